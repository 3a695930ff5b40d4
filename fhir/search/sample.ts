import type { FhirResource } from '../json.ts';
import type { FhirVersion } from '../version.ts';

/** Resources for tests with many kinds of elements in them. */
export function dossierSample(version: FhirVersion): FhirResource[] {
  const concept = (code: string) => ({ coding: [{ system: 's', code }, { system: 't', code }], text: code });
  const common: FhirResource[] = [
    {
      resourceType: 'Patient', id: 'p', meta: { lastUpdated: '2026-01-01T00:00:00Z', profile: ['x'], tag: [{ system: 's', code: 't' }] }, active: true, gender: 'other', birthDate: '1980-02-03', deceasedBoolean: false,
      identifier: [{ system: 's', value: '1' }, { system: 's', value: '2' }], name: [{ family: 'a', given: ['b', 'c'] }, { text: 'd' }], telecom: [{ system: 'phone', value: '1' }, { system: 'email', value: '2' }],
      address: [{ city: 'x', country: 'NL', postalCode: '1', use: 'home' }], generalPractitioner: [{ reference: 'Practitioner/gp' }], managingOrganization: { reference: 'Organization/o' }, link: [{ other: { reference: 'Patient/q' }, type: 'seealso' }],
    },
    {
      resourceType: 'Observation', id: 'o', status: 'final', code: concept('c'), subject: { reference: 'Patient/p' }, effectivePeriod: { start: '2020' }, valueQuantity: { value: 1.5 }, performer: [{ reference: 'Practitioner/gp' }], dataAbsentReason: concept('r'),
      component: [{ code: concept('k'), valueQuantity: { value: 2 } }, { code: concept('l'), valueCodeableConcept: concept('m') }, { code: concept('n'), valueString: 'x' }], specimen: { reference: 'Specimen/s' }, device: { reference: 'Device/d' },
    },
    { resourceType: 'Condition', id: 'c', code: concept('c'), subject: { reference: 'Patient/p' }, onsetAge: { value: 3, unit: 'a' }, abatementDateTime: '2021', bodySite: [concept('b')], stage: version === 'stu3' ? { summary: concept('s') } : [{ summary: concept('s') }], evidence: [{ code: [concept('e')], detail: [{ reference: 'Observation/o' }] }] },
    { resourceType: 'MedicationRequest', id: 'm', status: 'active', intent: 'order', medicationReference: { reference: 'Medication/m' }, subject: { reference: 'Patient/p' }, authoredOn: '2021', dosageInstruction: [{ timing: { event: ['2020-01-01', '2020-01-02'] } }] },
    { resourceType: 'MedicationRequest', id: 'm2', status: 'active', intent: 'order', medicationCodeableConcept: concept('m'), subject: { reference: 'Patient/p' } },
    { resourceType: 'Bundle', id: 'b', type: 'message', entry: [{ resource: { resourceType: 'MessageHeader', id: 'h' } }, { resource: { resourceType: 'Patient', id: 'x' } }] },
    { resourceType: 'Appointment', id: 'a', status: 'booked', start: '2026-01-01T10:00:00Z', participant: [{ actor: { reference: 'Patient/p' }, status: 'accepted' }, { actor: { reference: 'Location/l' }, status: 'accepted' }] },
    { resourceType: 'Organization', id: 'g', active: true, name: 'n', alias: ['m'], type: [concept('t')], address: [{ line: ['x'], city: 'y' }], partOf: { reference: 'Organization/h' }, endpoint: [{ reference: 'Endpoint/e' }] },
    { resourceType: 'CarePlan', id: 'cp', status: 'active', intent: 'plan', subject: { reference: 'Patient/p' }, activity: [{ detail: { scheduledPeriod: { start: '2020' }, code: concept('x') } }, { reference: { reference: 'Task/t' } }] },
  ];
  return common;
}
