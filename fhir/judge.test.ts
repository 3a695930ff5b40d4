import { expect, test, vi } from 'vitest';
import type { FhirFinding } from './finding.ts';
import { coreJudge, createFhirJudge } from './judge.ts';
import { coreDefinitions } from './tables/core.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const message = (text: string, served = false) => ({ body: bytes(text), fhir: 'stu3', served }) as const;
const finding: FhirFinding = { code: 'element-missing', severity: 'error', path: [], expression: 'Flag', actual: '', expected: { nl: '', en: '' } };
const withValidator = () => {
  const validate = vi.fn(() => [finding]);
  return { validate, judge: createFhirJudge({ stu3: { definitions: coreDefinitions('stu3'), validator: { validate } }, r4: { definitions: coreDefinitions('r4') } }) };
};
const flag = '{"resourceType":"Flag",\n "category":{"coding":[{"code":"x"}]}}';

test('one body is read and validated once, when it is asked for', () => {
  const { judge, validate } = withValidator();
  const one = message(flag);
  expect(judge.of(one).resource).toMatchObject({ resourceType: 'Flag' });
  expect(validate).not.toHaveBeenCalled();
  expect(judge.of(one).validation).toEqual([finding]);
  expect(judge.of({ ...one }).validation).toEqual([finding]);
  expect(validate).toHaveBeenCalledTimes(1);
  expect(judge.of(message(flag)).validation).toEqual([finding]);
  expect(validate).toHaveBeenCalledTimes(2);
});
test('what was sent and what was served are judged apart', () => {
  const one = message('{"resourceType":"Flag"}');
  expect([coreJudge.of(one), coreJudge.of({ ...one, served: true })].map((judged) => judged.dutch.map((seen) => seen.code))).toEqual([[], ['id-missing', 'profile-not-stated']]);
});
test('Dutch findings carry the place in the text, and what was looked at', () => {
  const { dutch, looked } = coreJudge.of(message(flag));
  expect(dutch.map((one) => [one.code, one.position?.line])).toEqual([['codeable-concept-without-text', 2], ['coding-incomplete', 2]]);
  expect(looked).toEqual({ Coding: 1, CodeableConcept: 1, Identifier: 0, Reference: 0 });
});
test('XML is read too', () => {
  const judged = coreJudge.of(message('<Flag xmlns="http://hl7.org/fhir"><category><coding><code value="x"/></coding></category></Flag>'));
  expect([judged.format, judged.resource?.resourceType, judged.dutch.map((one) => one.expression)]).toEqual(['xml', 'Flag', ['Flag.category', 'Flag.category.coding[0]']]);
});
test('what is no resource has findings of the text and nothing else', () => {
  const { judge, validate } = withValidator();
  for (const text of ['', 'plain', '{}', '[]', '<a/>', '{"resourceType":']) {
    const judged = judge.of(message(text));
    expect([judged.resource, judged.validation, judged.dutch, judged.document.length > 0]).toEqual([null, [], [], true]);
  }
  expect(validate).not.toHaveBeenCalled();
});
test('a terminology server settles codes that were left open; the answer is known from then on', async () => {
  const open = { path: ['code'], expression: 'Flag.code', valueSet: 'http://example.org/v', strength: 'required', codes: [{ system: 'http://snomed.info/sct', code: '1' }] } as const;
  const doubt: FhirFinding = { code: 'code-not-checked', severity: 'not-checked', path: ['code'], expression: 'Flag.code', actual: '1', expected: { nl: 'een code uit http://example.org/v', en: 'a code from http://example.org/v' } };
  const parts = { definitions: coreDefinitions('stu3'), validator: { validate: () => [doubt], inspect: () => ({ findings: [doubt], pending: [open] }) } };
  const judge = createFhirJudge({ stu3: parts, r4: parts });
  const asked = vi.fn(async () => ({ kind: 'out' }) as const);
  const one = message(flag);
  expect(judge.of(one).validation).toEqual([doubt]);
  await judge.settle(one, { address: 'x', validateCode: asked });
  await judge.settle(one, { address: 'x', validateCode: asked });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(judge.of(one).validation).toMatchObject([{ code: 'code-not-in-value-set', severity: 'error' }]);
  await judge.settle(message(''), { address: 'x', validateCode: asked });
  expect(asked).toHaveBeenCalledTimes(1);
});
test('without a validator nothing is said of validity', () => {
  expect(coreJudge.of(message(flag)).validation).toBeNull();
  expect(withValidator().judge.of({ ...message(flag), fhir: 'r4' }).validation).toBeNull();
});
