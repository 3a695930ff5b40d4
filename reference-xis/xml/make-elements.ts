import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes `elements.json`, the order and types of the elements of the STU3 resources that the XIS serves and reads,
 * from the unpacked core package: `node reference-xis/xml/make-elements.ts <folder with StructureDefinition-*.json>`.
 */
const resources = [
  'Element',
  'AllergyIntolerance', 'Appointment', 'Basic', 'Binary', 'Bundle', 'CapabilityStatement', 'CareTeam', 'Condition', 'Consent', 'Coverage', 'Device', 'DeviceRequest', 'DeviceUseStatement',
  'DocumentReference', 'Encounter', 'Flag', 'HealthcareService', 'Immunization', 'ImmunizationRecommendation', 'Location', 'Medication', 'MedicationDispense', 'MedicationRequest',
  'MedicationStatement', 'NutritionOrder', 'Observation', 'OperationOutcome', 'Organization', 'Patient', 'Practitioner', 'PractitionerRole', 'Procedure', 'ProcedureRequest',
  'Provenance', 'RelatedPerson', 'Specimen', 'Task',
];
interface ElementDefinition { path: string; max: string; type?: { code: string }[]; representation?: string[]; contentReference?: string }

const folder = process.argv[2];
if (!folder) throw new Error('Give the folder of the unpacked package hl7.fhir.r3.core.');
const table: Record<string, string> = {};
const waiting = [...resources];
for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
  if (type in table || type === 'Resource' || /^[a-z]/.test(type)) continue;
  const definition = JSON.parse(readFileSync(join(folder, `StructureDefinition-${type}.json`), 'utf8')) as { snapshot: { element: ElementDefinition[] } };
  const root = definition.snapshot.element[0]!.path;
  const renamed = (path: string) => (path === root ? type! : `${type}${path.slice(root.length)}`);
  for (const element of definition.snapshot.element) {
    const path = renamed(element.path);
    const nested = element === definition.snapshot.element[0] || element.type?.some(({ code }) => code === 'BackboneElement' || code === 'Element');
    if (nested) table[path] ??= '';
    if (element === definition.snapshot.element[0]) continue;
    const parent = path.slice(0, path.lastIndexOf('.'));
    const name = path.slice(parent.length + 1);
    const types = element.contentReference ? [renamed(element.contentReference.slice(1))] : nested ? [path] : [...new Set(element.type!.map(({ code }) => code))];
    if (!nested && !element.contentReference) waiting.push(...types);
    const mark = `${element.representation?.includes('xmlAttr') ? '@' : ''}`;
    for (const each of types) {
      const shown = name.endsWith('[x]') ? `${name.slice(0, -3)}${each[0]!.toUpperCase()}${each.slice(1)}` : name;
      table[parent] = [table[parent], `${mark}${shown}${element.max === '*' ? '*' : ''}:${each}`].filter(Boolean).join(' ');
    }
  }
}
const sorted = Object.fromEntries(Object.entries(table).toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(new URL('elements.json', import.meta.url), `${JSON.stringify(sorted, null, 1)}\n`);
