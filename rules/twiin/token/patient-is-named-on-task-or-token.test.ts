import { expect, test } from 'vitest';
import { judge, kinds, notification, personaWith, tokenCall, tokenForm } from '../../testing.ts';
import { patientIsNamedOnTaskOrToken as rule } from './patient-is-named-on-task-or-token.ts';

const withClaim = (patient: string) => tokenCall(tokenForm({}, { patient }));
test('passes the patient on the Task, in the token, or both', () => {
  expect(kinds(rule, [notification()], { persona: personaWith() })).toEqual(['pass']);
  expect(kinds(rule, [withClaim('999990019'), notification({ for: undefined })])).toEqual(['pass']);
  expect(kinds(rule, [withClaim('999990019'), notification()])).toEqual(['pass']);
});
test('reports nobody, two different people, and somebody else', () => {
  expect(kinds(rule, [notification({ for: undefined })])).toEqual(['violation']);
  expect(kinds(rule, [withClaim('999990020'), notification()])).toEqual(['violation!']);
  const other = judge(rule, [notification()], { persona: personaWith('999990020') });
  expect(other[0]).toMatchObject({ kind: 'violation', requirements: ['TWIIN-NTF-05'] });
  expect(JSON.stringify(other)).not.toContain('999990019');
});
test('does not apply without a notification; XML is read', () => {
  expect(kinds(rule, [])).toEqual(['not-applicable']);
  const xml = '<Task xmlns="http://hl7.org/fhir"><for><identifier><system value="http://fhir.nl/fhir/NamingSystem/bsn"/><value value="999990019"/></identifier></for></Task>';
  const inXml = (body: string) => notification({}, { headers: { 'content-type': 'application/fhir+xml' }, body });
  expect(kinds(rule, [inXml(xml)])).toEqual(kinds(rule, [notification()]));
  expect(kinds(rule, [inXml('<Task/>')])).toEqual(['violation']);
});
