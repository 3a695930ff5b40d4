// #region docs
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packages, parse, serialize, validate } from 'toetssteen/fhir';

// FHIR itself is on board: a resource, or the text of one, in JSON or XML.
const text = '<Patient xmlns="http://hl7.org/fhir">\n  <gender value="m"/>\n</Patient>';
for (const finding of validate(text, { fhir: 'stu3' })) {
  console.log(finding.position?.line, finding.expression, finding.code, finding.severity); // 2 Patient.gender code-not-in-value-set error
}

// Profiles come from packages: archives (.tgz), or folders of sources like this one.
const folder = join(mkdtempSync(join(tmpdir(), 'profiles-')), 'example.profiles-1.0.0');
mkdirSync(folder);
writeFileSync(join(folder, 'patient.json'), JSON.stringify({
  resourceType: 'StructureDefinition', url: 'http://example.org/fhir/StructureDefinition/patient', name: 'ExamplePatient', status: 'active', fhirVersion: '3.0.2',
  kind: 'resource', abstract: false, type: 'Patient', baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient', derivation: 'constraint',
  differential: { element: [{ id: 'Patient.birthDate', path: 'Patient.birthDate', min: 1 }] },
}));
const loaded = await packages.load({ from: [folder] });
const patient = { resourceType: 'Patient', meta: { profile: ['http://example.org/fhir/StructureDefinition/patient'] } };
for (const finding of validate(patient, { fhir: 'stu3', packages: loaded })) console.log(finding.expression, finding.code); // Patient.birthDate element-missing
for (const finding of validate(patient, { fhir: 'stu3' })) console.log(finding.code, finding.severity); // profile-unknown not-checked

// Between JSON and XML: 70.50 stays 70.50.
const weight = parse('{ "resourceType": "Observation", "status": "final", "code": { "text": "gewicht" }, "valueQuantity": { "value": 70.50 } }', { fhir: 'stu3' });
console.log(serialize(weight.resource!, { fhir: 'stu3', format: 'xml' }).includes('<value value="70.50"/>')); // true
// #endregion
