import { expect, test } from 'vitest';
import { claimWith, judge, kinds, notification, personaWith, probe, tokenAnswer, tokenCall, tokenForm, told } from '../../testing.ts';
import { patientIsNamedOnTaskOrToken as rule } from './patient-is-named-on-task-or-token.ts';

const withClaim = (patient: string) => tokenCall(tokenForm({}, { patient }));
test('passes the patient on the Task, in the token, or both', () => {
  expect(kinds(rule, [notification()], { persona: personaWith() })).toEqual(['pass']);
  expect(kinds(rule, [withClaim('999990019'), notification({ for: undefined })])).toEqual(['pass']);
  expect(kinds(rule, [withClaim('999990019'), notification()])).toEqual(['pass']);
});
test('reports nobody, two different people, and somebody else', () => {
  expect(kinds(rule, [tokenCall(), notification({ for: undefined })])).toEqual(['violation']);
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
test('tells what is wrong, for which requirement', () => {
  const at = 'request Task.for.identifier:';
  expect(told(rule, [tokenCall(), notification({ for: undefined })])).toEqual([`violation ${at} neither`]);
  expect(told(rule, [withClaim('999990020'), notification()])).toEqual([`violation! ${at} two different BSNs [TWIIN-AUT-18]`]);
  expect(told(rule, [notification()], { persona: personaWith('999990020') })).toEqual([`violation! ${at} the BSN of somebody else [TWIIN-NTF-05]`]);
  expect(told(rule, [withClaim('999990020'), notification({ for: undefined })], { persona: personaWith() })).toEqual([`violation! ${at} the BSN of somebody else [TWIIN-NTF-05]`]);
});
test('the token is the one of the call; without a bearer the last request may speak for the patient, and never against', () => {
  const asked = (patient: string, token: string, settings = {}) => tokenCall(tokenForm({}, { patient }), { answer: tokenAnswer({ access_token: token }), ...settings });
  const mine = () => asked('999990019', 'tok-1');
  expect(kinds(rule, [mine(), asked('999990020', 'tok-2'), notification()])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990020', 'tok-2'), asked('999990019', 'tok-3'), notification()])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990019', 'tok-2'), asked('999990020', 'tok-3'), notification()])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990019', 'tok-2'), asked('999990020', 'tok-3', { answer: {} }), notification({}, { headers: {} })])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990020', 'tok-1', { organisation: '90000055' }), notification()])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990020', 'tok-1', { role: 'twiin-receiver' }), notification()])).toEqual(['pass']);
  expect(kinds(rule, [asked('999990020', 'tok-1', { withheld: { place: 'body', reason: 'r', keyedHash: 'h' } }), notification()])).toEqual(['pass']);
  expect(kinds(rule, [notification(), asked('999990020', 'tok-1')])).toEqual(['pass']);
});
test('looks at each new notification of the sender that may be read', () => {
  expect(kinds(rule, [notification({ for: undefined }, { method: 'PUT' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({ for: undefined }, { withheld: { place: 'body', reason: 'r', keyedHash: 'h' } })])).toEqual(['not-applicable']);
  expect(kinds(rule, [probe('notification', { method: 'POST' }), tokenCall(undefined, { method: 'POST' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [notification({ resourceType: 'Bundle' }), notification(), notification({ for: undefined }, { headers: {} })])).toEqual(['not-applicable', 'pass', 'violation']);
});
test('a pass says where the patient stood', () => {
  const seen = (...trace: Parameters<typeof judge>[1][] ) => judge(rule, trace.flat() as never).map((one) => (one.kind === 'pass' ? one.seen : one.kind));
  expect(seen(notification())).toEqual(['for.identifier']);
  expect(seen(withClaim('999990019'), notification({ for: undefined }))).toEqual(['patient claim in the token']);
  expect(seen(withClaim('999990019'), notification())).toEqual(['both, equal']);
});
test('a token that was kept from an earlier case blames nobody', () => {
  const nameless = () => notification({ for: undefined });
  expect(kinds(rule, [nameless()], { persona: personaWith() })).toEqual(['not-applicable']);
  expect(kinds(rule, [tokenCall(undefined, { answer: tokenAnswer({ access_token: 'tok-2' }) }), nameless()])).toEqual(['not-applicable']);
  const given = (value: string, patientBsn: string | null) => ({ persona: personaWith(), grants: [{ kind: 'token', by: 'harness', value, organisation: '90000011', purpose: 'notify', patientBsn, authorizationBase: null, issuedAt: 0, expiresAt: null, caseId: '' }] as const });
  expect(kinds(rule, [nameless()], given('tok-1', '999990019'))).toEqual(['pass']);
  expect(kinds(rule, [nameless()], given('tok-1', '999990020'))).toEqual(['violation!']);
  expect(kinds(rule, [nameless()], given('tok-1', null))).toEqual(['violation']);
  expect(kinds(rule, [nameless()], given('tok-2', null))).toEqual(['not-applicable']);
});
test('without a bearer the last request names the patient, when it is the right one', () => {
  const bare = () => notification({ for: undefined }, { headers: {} });
  expect(kinds(rule, [withClaim('999990019'), bare()], { persona: personaWith() })).toEqual(['pass']);
  expect(kinds(rule, [withClaim('999990020'), bare()], { persona: personaWith() })).toEqual(['not-applicable']);
  expect(kinds(rule, [tokenCall(), bare()], { persona: personaWith() })).toEqual(['violation']);
});
test('where a person sends, another patient may be that person\'s choice', () => {
  const made = claimWith();
  const claim = { ...made, ixit: { ...made.ixit, triggers: { 'twiin-sender': { kind: 'manual' } as const } } };
  expect(kinds(rule, [notification()], { claim, persona: personaWith('999990020') })).toEqual(['violation<=warning']);
  expect(kinds(rule, [notification({}, { organisation: '90000055' })], { persona: personaWith('999990020') })).toEqual(['not-applicable']);
});
