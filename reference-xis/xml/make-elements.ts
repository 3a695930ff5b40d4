import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As far as it is needed of a StructureDefinition of STU3. */
export interface Definition { readonly snapshot: { readonly element: readonly ElementDefinition[] } }
interface ElementDefinition { readonly path: string; readonly max: string; readonly type?: readonly { readonly code: string }[]; readonly representation?: readonly string[]; readonly contentReference?: string }

/** What the XIS serves or reads. `Element` stands for what a primitive can have beside its value. */
const wanted = [
  'Element', 'AllergyIntolerance', 'Appointment', 'Basic', 'Binary', 'Bundle', 'CapabilityStatement', 'CareTeam', 'Condition', 'Consent', 'Coverage', 'Device', 'DeviceRequest', 'DeviceUseStatement',
  'DocumentReference', 'Encounter', 'Flag', 'HealthcareService', 'Immunization', 'ImmunizationRecommendation', 'Location', 'Medication', 'MedicationDispense', 'MedicationRequest',
  'MedicationStatement', 'NutritionOrder', 'Observation', 'OperationOutcome', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'Procedure', 'ProcedureRequest',
  'Provenance', 'RelatedPerson', 'Specimen', 'Task',
];

/**
 * The order and types of the elements of the wanted types and of all that they hold: by type or part,
 * `[@]name[*]:type` with `@` for an attribute in XML and `*` for a list. `definitionOf` gives the definition of a type.
 */
export function makeTable(definitionOf: (type: string) => Definition): Readonly<Record<string, string>> {
  const table: Record<string, string> = {};
  const waiting = [...wanted];
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (type in table || type === 'Resource' || /^[a-z]/.test(type)) continue;
    const [root, ...elements] = definitionOf(type).snapshot.element;
    const own = type;
    const renamed = (path: string) => own + path.slice(root!.path.length);
    table[own] = '';
    for (const element of elements) {
      const path = renamed(element.path);
      const [parent, name] = [path.slice(0, path.lastIndexOf('.')), path.slice(path.lastIndexOf('.') + 1)];
      const codes = [...new Set((element.type ?? []).map(({ code }) => code))];
      const isPart = codes.some((code) => code === 'BackboneElement' || code === 'Element');
      const types = element.contentReference ? [renamed(element.contentReference.slice(1))] : isPart ? [path] : codes;
      if (isPart) table[path] = '';
      else if (!element.contentReference) waiting.push(...types);
      const facts = types.map((each) => `${element.representation?.includes('xmlAttr') ? '@' : ''}${named(name, each)}${element.max === '*' ? '*' : ''}:${each}`);
      table[parent] = [table[parent], ...facts].filter(Boolean).join(' ');
    }
  }
  return Object.fromEntries(Object.entries(table).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
const named = (name: string, type: string) => (name.endsWith('[x]') ? `${name.slice(0, -3)}${type[0]!.toUpperCase()}${type.slice(1)}` : name);

/** `node reference-xis/xml/make-elements.ts <folder of the unpacked package hl7.fhir.r3.core>` writes `elements.json`. */
if (import.meta.main) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Give the folder that holds the StructureDefinition-*.json of the package hl7.fhir.r3.core.');
  const table = makeTable((type) => JSON.parse(readFileSync(join(folder, `StructureDefinition-${type}.json`), 'utf8')) as Definition);
  writeFileSync(new URL('elements.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`);
}
