import { lexicalOf } from '../codec/lexical.ts';
import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import type { BaseNode, Member, Members } from './base-plan.ts';
import { checkBinding } from './bindings.ts';
import { bundleFaults } from './bundle-rules.ts';
import { childItem } from './child-items.ts';
import { checkCoding } from './codings.ts';
import { checkExtension } from './extensions.ts';
import type { Item } from './item.ts';
import { narrativeFault } from './narrative.ts';
import { numberTextFault, primitiveFault } from './primitives.ts';
import type { PrimitiveFault } from './primitives.ts';
import { checkReference } from './references.ts';
import { isResource } from './scope.ts';
import { report } from './session.ts';
import type { Session } from './session.ts';
import { statedProfiles } from './stated-profiles.ts';
import { primitiveText, range, say, shown } from './texts.ts';
import { checkRange } from './value-rules.ts';
import { typeProfiles } from './walk-profile.ts';

/** Deeper than real messages go: nested extensions and resources stop here. */
const deepest = 120;

/**
 * Walks a resource along the specification's own definitions: JSON shape, cardinality, types, lexical rules, bindings, invariants,
 * extensions, references; then the profiles that the resource states.
 */
export function walkResource(session: Session, item: Item, depth: number): void {
  const root = session.env.base.type(item.type);
  if (root === null || session.env.base.kindOf(item.type) !== 'resource' || isAbstract(session, item.type)) {
    report(session, item, { code: 'unknown-resource-type', severity: 'error', actual: shown(item.type), expected: say('een resourcetype van deze FHIR-versie', 'a resource type of this FHIR version') });
    return;
  }
  walkMembers(session, item, root, depth);
  if (item.type === 'Bundle') bundleFaults(session, item);
  session.env.invariants.check(session, item, root.constraints, root.asker);
  statedProfiles(session, item);
}
function isAbstract(session: Session, type: string): boolean { return session.env.definitions.type(type)?.abstract === true; }

function walkMembers(session: Session, item: Item, node: BaseNode, depth: number): void {
  const members = item.members;
  if (members === undefined) return;
  if (depth > deepest) {
    report(session, item, { code: 'nested-too-deep', severity: 'error', actual: `${depth}`, expected: say(`hooguit ${deepest} niveaus`, `at most ${deepest} levels`) });
    return;
  }
  const known = node.membersOf(item.type);
  if (known === null) return;
  let choices: Map<BaseNode, string> | undefined;
  let content = false;
  for (const key in members) {
    const value = members[key];
    if (value === undefined || (key === 'resourceType' && item.value === item.scope.resource)) continue;
    const underscored = key.charCodeAt(0) === 95;
    const json = underscored ? key.slice(1) : key;
    const member = known.byJson.get(json);
    if (member === undefined) {
      unknownMember(session, item, key, known);
      content = true;
      continue;
    }
    if (member.node.name !== 'id') content = true;
    if (underscored && member.type.kind !== 'primitive') {
      report(session, item, { code: 'misplaced-primitive-extension', severity: 'error', member: key, actual: key, expected: say(`alleen primitieve elementen hebben een lid met _; ${json} is ${member.type.code}`, `only primitive elements have a member with _; ${json} is ${member.type.code}`) });
      continue;
    }
    // A pair of value and `_field` is walked once, from the value when there is one.
    if (underscored && members[json] !== undefined) continue;
    if (member.node.choice) {
      choices ??= new Map();
      const other = choices.get(member.node);
      if (other === undefined) choices.set(member.node, json);
      else if (other !== json) report(session, item, { code: 'several-choice-types', severity: 'error', member: key, actual: `${other}, ${json}`, asker: member.node.asker, expected: say(`één ${member.node.name}[x]`, `one ${member.node.name}[x]`) });
    }
    walkMember(session, item, member, underscored ? undefined : value, underscored ? value : member.type.kind === 'primitive' ? members[member.side] : undefined, depth);
  }
  if (!content && item.base !== undefined) emptyElement(session, item, members);
  for (const child of known.required) requireChild(session, item, child, members);
}
function unknownMember(session: Session, item: Item, key: string, known: Members): void {
  const near = [...known.byName.keys()].find((name) => name.toLowerCase() === key.toLowerCase());
  report(session, item, {
    code: 'unknown-element', severity: 'error', member: key, actual: shown(key), asker: { profile: session.env.base.type(item.type)?.source ?? item.base.source, element: item.base.element.id },
    expected: near === undefined ? say(`een element van ${item.type}`, `an element of ${item.type}`) : say(`${near}; hoofdletters tellen`, `${near}; case matters`),
  });
}
/** ele-1: an element has a value or children; an id alone is nothing. */
function emptyElement(session: Session, item: Item, members: JsonObject): void {
  const bare = Object.keys(members).length === 0;
  // A primitive with a value may have an id beside it; a resource may be no more than its id.
  if (!bare && (item.value === item.scope.resource || !isObject(item.value) && item.value !== undefined)) return;
  if (item.value === item.scope.resource) return;
  report(session, item, { code: bare ? 'empty-object' : 'empty-element', severity: 'error', invariant: 'ele-1', actual: shown(members), expected: say('een waarde of onderliggende elementen', 'a value or child elements') });
}
function requireChild(session: Session, item: Item, child: BaseNode, members: JsonObject): void {
  for (const { json, side } of child.json) if (members[json] !== undefined || members[side] !== undefined) return;
  report(session, item, { code: 'element-missing', severity: 'error', member: child.name, actual: '', asker: child.asker, expected: say(`${child.name} (${range(child.min, child.max)})`, `${child.name} (${range(child.min, child.max)})`) });
}

function walkMember(session: Session, parent: Item, member: Member, value: Json | undefined, side: Json | undefined, depth: number): void {
  const { node } = member;
  if (!node.list) {
    if (Array.isArray(value) || Array.isArray(side)) {
      wrongList(session, parent, member, value, side, depth);
      return;
    }
    one(session, parent, member, -1, value, side, depth);
    return;
  }
  if ((value !== undefined && !Array.isArray(value)) || (side !== undefined && !Array.isArray(side))) {
    report(session, parent, { code: 'not-a-list', severity: 'error', member: value !== undefined && !Array.isArray(value) ? member.json : `_${member.json}`, actual: shown(value ?? side), asker: node.asker, expected: say('een JSON-array, ook bij één waarde', 'a JSON array, also for one value') });
    one(session, parent, member, -1, Array.isArray(value) ? value[0] : value, Array.isArray(side) ? side[0] : side, depth);
    return;
  }
  const values = value as readonly Json[] | undefined;
  const sides = side as readonly Json[] | undefined;
  const length = Math.max(values?.length ?? 0, sides?.length ?? 0);
  if (values?.length === 0 || sides?.length === 0) report(session, parent, { code: 'empty-array', severity: 'error', member: values?.length === 0 ? member.json : `_${member.json}`, actual: '[]', expected: say('een array met waarden; laat het element weg als er geen is', 'an array with values; leave the element out when there is none') });
  if (values !== undefined && sides !== undefined && values.length !== sides.length) {
    report(session, parent, { code: 'array-lengths-differ', severity: 'warning', member: `_${member.json}`, actual: `${values.length} / ${sides.length}`, expected: say(`${member.json} en _${member.json} zijn even lang, met null op lege plaatsen`, `${member.json} and _${member.json} have the same length, with null in empty places`) });
  }
  if (length > node.max) report(session, parent, { code: 'too-many', severity: 'error', member: member.json, actual: `${length}`, asker: node.asker, expected: say(`hooguit ${node.max}`, `at most ${node.max}`) });
  for (let index = 0; index < length; index += 1) one(session, parent, member, index, values?.[index], sides?.[index], depth);
}
function wrongList(session: Session, parent: Item, member: Member, value: Json | undefined, side: Json | undefined, depth: number): void {
  const list = (Array.isArray(value) ? value : side) as readonly Json[];
  const several = list.length > 1;
  report(session, parent, { code: several ? 'too-many' : 'wrong-json-type', severity: 'error', member: Array.isArray(value) ? member.json : `_${member.json}`, actual: several ? `${list.length}` : shown(list), asker: member.node.asker, expected: say('één waarde, geen array', 'one value, no array') });
  if (Array.isArray(value)) for (let index = 0; index < value.length; index += 1) one(session, parent, member, index, value[index], Array.isArray(side) ? side[index] : undefined, depth);
}

/** One occurrence of an element. */
function one(session: Session, parent: Item, member: Member, index: number, value: Json | undefined, side: Json | undefined, depth: number): void {
  const { type } = member;
  if (value === null && !(index >= 0 && isObject(side))) {
    nullValue(session, parent, index < 0 ? [member.json] : [member.json, index], index);
    return;
  }
  if (side !== undefined && side !== null && !isObject(side)) {
    report(session, parent, { code: 'wrong-json-type', severity: 'error', member: `_${member.json}`, actual: shown(side), expected: say('een object met id of extension', 'an object with id or extension') });
  }
  if (side === null && value === undefined) {
    nullValue(session, parent, index < 0 ? [`_${member.json}`] : [`_${member.json}`, index], index);
    return;
  }
  const item = childItem(session.env.base, parent, member, index, value ?? undefined, isObject(side) ? side : undefined);
  if (type.kind === 'primitive') return primitive(session, item, member, depth);
  if (type.kind === 'xhtml') return narrative(session, item, member);
  if (!isObject(value)) {
    report(session, item, { code: 'wrong-json-type', severity: 'error', actual: shown(value), asker: member.node.asker, expected: say(`een object: ${type.code}`, `an object: ${type.code}`) });
    return;
  }
  if (type.kind === 'resource') return resource(session, item, value, depth);
  walkMembers(session, item, member.node, depth + 1);
  afterMembers(session, item, member, depth);
}
function nullValue(session: Session, parent: Item, below: (string | number)[], index: number): void {
  report(session, parent, {
    code: 'null-value', severity: 'error', below, actual: 'null',
    expected: index < 0 ? say('een waarde; laat het element weg als er geen is', 'a value; leave the element out when there is none') : say('een waarde; null alleen waar _ op dezelfde plaats een object heeft', 'a value; null only where _ has an object in the same place'),
  });
}
function resource(session: Session, item: Item, value: JsonObject, depth: number): void {
  if (!isResource(value)) {
    report(session, item, { code: 'not-a-resource', severity: 'error', actual: shown(value.resourceType), expected: say('een resource met resourceType', 'a resource with resourceType') });
    return;
  }
  walkResource(session, item, depth + 1);
}
function primitive(session: Session, item: Item, member: Member, depth: number): void {
  const { node, type } = member;
  if (item.value !== undefined) {
    const fault = isObject(item.value) ? { code: 'wrong-json-type' as const, rule: 'text' as const } : primitiveFault(type.code, item.value) ?? numberFault(session, item);
    if (fault !== null) {
      const code = session.xml && fault.code === 'wrong-json-type' ? 'illegal-value' : fault.code;
      report(session, item, { code, severity: fault.severity ?? 'error', actual: shown(item.value), asker: node.asker, expected: primitiveText(type.code, fault.rule) });
      if (fault.severity === undefined) return;
    }
  }
  if (item.side !== undefined) walkMembers(session, item, node, depth + 1);
  afterMembers(session, item, member, depth);
}
/** What a JavaScript number no longer shows: `1.0` for a whole number, `1e2`. */
function numberFault(session: Session, item: Item): PrimitiveFault | null {
  if (typeof item.value !== 'number') return null;
  const around = item.parent!.members!;
  const text = item.index < 0 ? lexicalOf(around, item.json) : lexicalOf(around[item.json] as object, item.index);
  return text === undefined ? null : numberTextFault(item.type, text, session.env.definitions.fhir);
}
function afterMembers(session: Session, item: Item, member: Member, depth: number): void {
  const { node, type } = member;
  const { env } = session;
  const asker = node.asker;
  const { binding } = node.rules.element;
  if (binding !== undefined) checkBinding(session, item, binding, asker);
  checkRange(session, item, node.element, asker);
  // A type's own rules stand at the root of its definition; some are repeated on the element.
  const own = env.base.type(type.code);
  if (own !== null && own.constraints.length > 0) env.invariants.check(session, item, own.constraints, own.asker);
  if (node.rules.constraints.length > 0) env.invariants.check(session, item, node.rules.constraints, asker);
  const profiled = node.profiled.length === 0 ? undefined : node.profiled.find((one) => one.code === type.code);
  if (profiled !== undefined) typeProfiles(session, item, profiled.profiles!, asker);
  if (type.code === 'Extension') checkExtension(session, item);
  else if (type.code === 'Coding') checkCoding(session, item);
  else if (type.code === 'Reference') checkReference(session, item, node.element.types!, asker);
}
function narrative(session: Session, item: Item, member: Member): void {
  if (typeof item.value !== 'string') {
    if (item.value !== undefined) report(session, item, { code: 'wrong-json-type', severity: 'error', actual: shown(item.value), asker: member.node.asker, expected: say('XHTML als tekst', 'XHTML as text') });
    return;
  }
  const fault = narrativeFault(item.value);
  if (fault === null) return;
  report(session, item, {
    code: 'invariant-violated', severity: 'error', invariant: fault.invariant, asker: member.node.asker, actual: shown(`${fault.kind}: ${fault.what}`),
    expected: fault.invariant === 'txt-2' ? say('tekst of een afbeelding in de div', 'text or an image in the div') : say('een div in de XHTML-naamruimte met alleen gewone opmaak', 'a div in the XHTML namespace with basic formatting only'),
  });
}
