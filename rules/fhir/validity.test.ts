import { expect, test } from 'vitest';
import type { FhirFinding } from '../../fhir/finding.ts';
import { judgeWith, seen } from './testing.ts';
import { validityOf } from './validity.ts';

const of = (findings: readonly FhirFinding[], only?: 'base') => validityOf(judgeWith(...findings).of({ body: new TextEncoder().encode('{"resourceType":"Flag"}'), fhir: 'stu3', served: false }), only);
const says = (en: string) => ({ nl: en, en });

test('errors break, an invariant of severity warning may warn, other warnings remark, information is silent', () => {
  const validity = of([seen(), seen({ severity: 'warning', invariant: 'dom-6' }), seen({ severity: 'warning', code: 'code-not-in-value-set' }), seen({ severity: 'information', code: 'known-contradiction' })]);
  expect(validity.broken).toHaveLength(1);
  expect(validity.doubtful.map((one) => one.atMost)).toEqual(['warning', 'remark']);
  expect([validity.lacking, validity.unjudged, validity.unchecked]).toEqual([[], [], 0]);
});
test('what a package would tell is lacking, by canonical; what cannot be judged is neither', () => {
  const validity = of([
    seen({ severity: 'not-checked', code: 'profile-unknown', actual: 'http://example.org/p' }), seen({ severity: 'not-checked', code: 'profile-unknown', actual: 'http://example.org/p' }),
    seen({ severity: 'not-checked', code: 'profile-not-checked', actual: '', expected: says('profile http://example.org/q is not loaded') }),
    seen({ severity: 'not-checked', code: 'profile-not-checked', actual: 'http://example.org/r', expected: says('a profile of which a snapshot can be made') }),
    seen({ severity: 'not-checked', code: 'code-not-checked' }), seen({ severity: 'not-checked', code: 'invariant-not-evaluated' }),
  ]);
  expect(validity.lacking).toEqual(['http://example.org/p', 'http://example.org/q']);
  expect(validity.unjudged.map((one) => one.actual)).toEqual(['http://example.org/r']);
  expect([validity.broken, validity.unchecked]).toEqual([[], 2]);
});
test('base alone leaves out what profiles ask', () => {
  const findings = [seen({ profile: 'http://hl7.org/fhir/StructureDefinition/Task' }), seen({ profile: 'http://nictiz.nl/fhir/StructureDefinition/zib-Alert' }), seen({ severity: 'not-checked', code: 'profile-unknown', profile: 'http://example.org/p', actual: 'http://example.org/p' })];
  expect([of(findings).broken.length, of(findings, 'base').broken.length, of(findings, 'base').lacking]).toEqual([2, 1, []]);
});
test('faults of the text count too', () => {
  const judgement = judgeWith().of({ body: new TextEncoder().encode('<Flag/>'), fhir: 'stu3', served: false });
  expect(validityOf(judgement, 'base').broken.map((one) => one.code)).toEqual(['wrong-namespace']);
});
test('a missing profile is named by the address in what was expected, or else by its place', () => {
  const lacking = (en: string) => of([seen({ severity: 'not-checked', code: 'profile-not-checked', actual: '', expected: says(en), expression: 'Flag.x' })]).lacking;
  expect(lacking('profile urn:oid:2.999 is not loaded')).toEqual(['urn:oid:2.999']);
  expect(lacking('http://example.org/a b')).toEqual(['http://example.org/a']);
  expect(lacking('something else')).toEqual(['Flag.x']);
});
test('a Bundle without a validator has only the faults of its text', () => {
  const judgement = { ...judgeWith().of({ body: new TextEncoder().encode('<Flag/>'), fhir: 'stu3', served: false }), validation: null };
  expect(validityOf(judgement).broken.map((one) => one.code)).toEqual(['wrong-namespace']);
});
