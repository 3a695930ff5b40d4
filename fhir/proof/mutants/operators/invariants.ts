import { isObject } from '../../../json.ts';
import { edited } from '../edit.ts';
import type { Editable } from '../edit.ts';
import type { Operator } from '../operator.ts';
import type { Node, Subject } from '../subject.ts';
import { constraintsOn } from './generic-invariants.ts';

interface Breaker {
  readonly key: string;
  readonly says: string;
  /** Type or path of the element that the invariant stands on. */
  readonly on: string;
  /** FHIR version, where the two differ in shape. */
  readonly fhir?: 'stu3' | 'r4';
  readonly when: (object: Editable, subject: Subject, node: Node) => boolean;
  readonly change: (object: Editable, subject: Subject) => void;
}
const has = (...names: readonly string[]) => (object: Editable): boolean => names.every((name) => object[name] !== undefined);
const lacks = (...names: readonly string[]) => (object: Editable): boolean => names.every((name) => object[name] === undefined);
const always = (): boolean => true;
const list = (value: unknown): Editable[] => (Array.isArray(value) ? value as Editable[] : []);
const verification = (name: string, code: string): unknown => ({ coding: [{ system: `http://terminology.hl7.org/CodeSystem/${name}`, code }] });
const elements = (object: Editable): Editable[] => [...list((object.snapshot as Editable | undefined)?.element), ...list((object.differential as Editable | undefined)?.element)];

/** Each reads the sentence of an invariant and breaks just that. Keys and sentences: the page of each type, Constraints. */
const breakers: readonly Breaker[] = [
  { key: 'per-1', on: 'Period', says: 'ends before it starts', when: has('start'), change: (object) => { object.end = '1901-01-01'; } },
  { key: 'per-1', on: 'Period', says: 'starts after it ends', when: has('end'), change: (object) => { object.start = '2999-12-31'; } },
  { key: 'rng-2', on: 'Range', says: 'low above high', when: (object) => isObject(object.low) && isObject(object.high) && typeof object.high.value === 'number', change: (object) => { object.low = { ...object.high as object, value: Number((object.high as Editable).value) + 1 }; } },
  { key: 'rat-1', on: 'Ratio', says: 'no denominator', when: has('numerator', 'denominator'), change: (object) => { delete object.denominator; } },
  { key: 'att-1', on: 'Attachment', says: 'data without contentType', when: always, change: (object) => { object.data = 'QUJD'; delete object.contentType; } },
  { key: 'tim-1', on: 'Timing.repeat', says: 'duration without unit', when: always, change: (object) => { object.duration = 1; delete object.durationUnit; } },
  { key: 'tim-2', on: 'Timing.repeat', says: 'period without unit', when: always, change: (object) => { object.period = 1; delete object.periodUnit; } },
  { key: 'tim-4', on: 'Timing.repeat', says: 'duration below zero', when: always, change: (object) => { object.duration = -1; object.durationUnit = 'h'; } },
  { key: 'tim-5', on: 'Timing.repeat', says: 'period below zero', when: always, change: (object) => { object.period = -1; object.periodUnit = 'd'; } },
  { key: 'tim-6', on: 'Timing.repeat', says: 'periodMax without period', when: lacks('period'), change: (object) => { object.periodMax = 2; } },
  { key: 'tim-7', on: 'Timing.repeat', says: 'durationMax without duration', when: lacks('duration'), change: (object) => { object.durationMax = 2; } },
  { key: 'tim-8', on: 'Timing.repeat', says: 'countMax without count', when: lacks('count'), change: (object) => { object.countMax = 2; } },
  { key: 'tim-9', on: 'Timing.repeat', says: 'offset without when', when: lacks('when'), change: (object) => { object.offset = 30; } },
  { key: 'tim-9', on: 'Timing.repeat', says: 'offset with a meal', when: always, change: (object) => { delete object.timeOfDay; object.offset = 30; object.when = ['CM']; } },
  { key: 'tim-10', on: 'Timing.repeat', says: 'timeOfDay and when', when: always, change: (object) => { object.timeOfDay = ['08:00:00']; object.when = ['MORN']; } },
  { key: 'qty-3', on: 'Quantity', says: 'code without system', when: has('code', 'system'), change: (object) => { delete object.system; delete object._system; } },
  { key: 'cpt-2', on: 'ContactPoint', says: 'value without system', when: has('value'), change: (object) => { delete object.system; delete object._system; } },
  { key: 'obs-3', on: 'Observation.referenceRange', says: 'neither low, high nor text', when: always, change: (object) => { for (const name of ['low', 'high', 'text']) delete object[name]; object.type = { text: 'x' }; } },
  {
    key: 'obs-7', on: 'Observation', says: 'a component with the code of the whole, which has a value', when: (object) => Object.keys(object).some((name) => /^value[A-Z]/.test(name)) && list((object.code as Editable | undefined)?.coding)[0]?.code !== undefined,
    change: (object) => { object.component = [...list(object.component), { code: structuredClone(object.code), valueString: 'x' }]; },
  },
  { key: 'con-3', on: 'Condition', fhir: 'stu3', says: 'no clinicalStatus', when: (object) => object.clinicalStatus !== undefined && object.verificationStatus !== 'entered-in-error' && !Object.keys(object).some((name) => name.startsWith('abatement')), change: (object) => { delete object.clinicalStatus; delete object._clinicalStatus; } },
  { key: 'con-4', on: 'Condition', fhir: 'stu3', says: 'abated and active', when: always, change: (object) => { object.abatementString = 'x'; for (const name of Object.keys(object)) if (/^_?abatement[A-RT-Z]/.test(name)) delete object[name]; object.clinicalStatus = 'active'; } },
  { key: 'con-4', on: 'Condition', fhir: 'r4', says: 'abated and active', when: always, change: (object) => { for (const name of Object.keys(object)) if (/^_?abatement/.test(name)) delete object[name]; object.abatementString = 'x'; object.clinicalStatus = verification('condition-clinical', 'active'); } },
  { key: 'con-5', on: 'Condition', fhir: 'r4', says: 'clinicalStatus of what was entered in error', when: has('clinicalStatus'), change: (object) => { object.verificationStatus = verification('condition-ver-status', 'entered-in-error'); } },
  { key: 'ait-1', on: 'AllergyIntolerance', says: 'no clinicalStatus', when: has('clinicalStatus'), change: (object) => { delete object.clinicalStatus; delete object._clinicalStatus; } },
  { key: 'ait-2', on: 'AllergyIntolerance', fhir: 'stu3', says: 'clinicalStatus of what was entered in error', when: has('clinicalStatus'), change: (object) => { object.verificationStatus = 'entered-in-error'; } },
  { key: 'ait-2', on: 'AllergyIntolerance', fhir: 'r4', says: 'clinicalStatus of what was entered in error', when: has('clinicalStatus'), change: (object) => { object.verificationStatus = verification('allergyintolerance-verification', 'entered-in-error'); } },
  { key: 'pat-1', on: 'Patient.contact', says: 'a contact without details', when: always, change: (object) => { for (const name of ['name', 'telecom', 'address', 'organization']) delete object[name]; object.gender = 'female'; } },
  { key: 'org-1', on: 'Organization', says: 'neither identifier nor name', when: always, change: (object) => { delete object.identifier; delete object.name; delete object._name; } },
  { key: 'org-2', on: 'Address', says: 'an organization at home', when: (_object, _subject, node) => node.member?.element.path === 'Organization.address', change: (object) => { object.use = 'home'; } },
  { key: 'org-3', on: 'ContactPoint', says: 'an organization phoned at home', when: (_object, _subject, node) => node.member?.element.path === 'Organization.telecom', change: (object) => { object.use = 'home'; } },
  { key: 'cpl-3', on: 'CarePlan.activity', says: 'detail and reference', when: has('detail'), change: (object) => { object.reference = { display: 'x' }; } },
  { key: 'imm-1', on: 'Immunization', fhir: 'stu3', says: 'a reaction to what was not given', when: always, change: (object) => { object.notGiven = true; object.reaction = [{ reported: true }]; delete object.explanation; } },
  { key: 'imm-2', on: 'Immunization', fhir: 'stu3', says: 'a reason not to give what was given', when: always, change: (object) => { object.notGiven = false; object.explanation = { reasonNotGiven: [{ text: 'x' }] }; } },
  { key: 'pro-1', on: 'Procedure', fhir: 'stu3', says: 'a reason not to do what was done', when: always, change: (object) => { object.notDone = false; object.notDoneReason = { text: 'x' }; } },
  { key: 'vsd-1', on: 'ValueSet.compose.include', says: 'an include of nothing', when: has('system'), change: (object) => { for (const name of Object.keys(object)) delete object[name]; object.version = '1'; } },
  { key: 'vsd-2', on: 'ValueSet.compose.include', says: 'concepts without system', when: has('system', 'concept'), change: (object) => { delete object.system; } },
  { key: 'vsd-3', on: 'ValueSet.compose.include', says: 'concepts and a filter', when: has('system'), change: (object) => { object.concept = [{ code: 'x' }]; object.filter = [{ property: 'concept', op: 'is-a', value: 'x' }]; } },
  { key: 'csd-1', on: 'CodeSystem', says: 'a code twice', when: (object) => list(object.concept).length > 0, change: (object) => { object.concept = [...list(object.concept), { code: list(object.concept)[0]!.code, display: 'again' }]; } },
  { key: 'csd-1', on: 'CodeSystem', says: 'a code again below itself', when: (object) => list(object.concept).length > 0, change: (object) => { const [first] = list(object.concept); first!.concept = [...list(first!.concept), { code: first!.code, display: 'again' }]; } },
  { key: 'spd-1', on: 'SearchParameter', says: 'xpath without usage', when: always, change: (object) => { object.xpath = 'f:x'; delete object.xpathUsage; } },
  { key: 'spd-2', on: 'SearchParameter', says: 'chain of what is no reference', when: (object) => object.type !== 'reference', change: (object) => { object.chain = ['name']; } },
  { key: 'sdf-1', on: 'StructureDefinition', says: 'a path twice', when: (object) => object.derivation !== 'constraint' && list((object.snapshot as Editable | undefined)?.element).length > 2, change: (object) => { const all = list((object.snapshot as Editable).element); all[2]!.path = all[1]!.path; } },
  { key: 'sdf-2', on: 'StructureDefinition.mapping', says: 'a mapping without name and uri', when: has('identity'), change: (object) => { delete object.name; delete object.uri; } },
  { key: 'sdf-3', on: 'StructureDefinition.snapshot', says: 'an element without max', when: has('element'), change: (object) => { delete list(object.element)[0]!.max; } },
  { key: 'sdf-4', on: 'StructureDefinition', says: 'no base', when: (object) => object.abstract === false && object.baseDefinition !== undefined, change: (object) => { delete object.baseDefinition; } },
  { key: 'sdf-5', on: 'StructureDefinition', says: 'an extension without context', when: (object) => object.type === 'Extension' && object.derivation === 'constraint', change: (object) => { delete object.context; delete object.contextType; } },
  { key: 'sdf-6', on: 'StructureDefinition', says: 'neither snapshot nor differential', when: always, change: (object) => { delete object.snapshot; delete object.differential; } },
  { key: 'sdf-8', on: 'StructureDefinition.snapshot', says: 'an element of another type', when: (object) => list(object.element).length > 1, change: (object) => { list(object.element)[1]!.path = 'Other.element'; } },
  { key: 'sdf-14', on: 'StructureDefinition', says: 'an element without id', when: (object) => elements(object).length > 0, change: (object) => { delete elements(object)[0]!.id; } },
  { key: 'sdf-16', on: 'StructureDefinition', says: 'an element id twice', when: (object) => list((object.snapshot as Editable | undefined)?.element).length > 1, change: (object) => { const all = list((object.snapshot as Editable).element); all[1]!.id = all[0]!.id; } },
  { key: 'sdf-17', on: 'StructureDefinition', says: 'an element id twice in the differential', when: (object) => list((object.differential as Editable | undefined)?.element).length > 1, change: (object) => { const all = list((object.differential as Editable).element); all[1]!.id = all[0]!.id; } },
  { key: 'sdf-18', on: 'StructureDefinition', says: 'contextInvariant of what is no extension', when: (object) => object.type !== 'Extension', change: (object) => { object.contextInvariant = ['true']; } },
  { key: 'eld-2', on: 'ElementDefinition', says: 'min above max', when: (object) => typeof object.max === 'string', change: (object) => { object.min = 3; object.max = '2'; } },
  { key: 'eld-16', on: 'ElementDefinition', says: 'a slice name with a space', when: has('sliceName'), change: (object) => { object.sliceName = 'a b'; } },
  { key: 'eld-8', on: 'ElementDefinition', says: 'fixed and pattern', when: (object) => list(object.type).length === 1, change: (object) => { for (const name of Object.keys(object)) if (/^(fixed|pattern)[A-Z]/.test(name)) delete object[name]; object.fixedCode = 'x'; object.patternCode = 'x'; } },
  { key: 'opd-1', on: 'OperationDefinition.parameter', says: 'neither type nor parts', when: has('type'), change: (object) => { delete object.type; delete object.part; } },
];

const keys = [...new Set(breakers.map((one) => one.key))];
export const invariantOperators: readonly Operator[] = keys.map((key) => {
  const own = breakers.filter((one) => one.key === key);
  return {
    name: `invariant-${key}`, rule: `${key}: not ${own.map((one) => one.says).join('; ')} (FHIR STU3 and R4, ${own[0]!.on}, Constraints)`,
    *sites(subject) {
      for (const node of subject.nodes) {
        const constraint = constraintsOn(subject, node).find((one) => one.key === key);
        if (constraint === undefined) continue;
        for (const { on, fhir, says, when, change } of own) {
          if ((fhir !== undefined && fhir !== subject.definitions.fhir) || (node.spot.path !== on && !subject.facts.lineage(node.type).includes(on)) || !when(node.object as Editable, subject, node)) continue;
          yield {
            at: node.path, says, expected: { codes: ['invariant-violated'], invariant: key, severity: constraint.severity },
            make: () => ({ resource: edited(subject.resource, node.path, (object) => { change(object, subject); }) }),
          };
        }
      }
    },
  };
});
