import { expect, test } from 'vitest';
import type { Claim } from '../../../model/claim.ts';
import type { Phase, TestCase } from '../../engine/test-case.ts';
import { resourceIn } from '../../engine/body.ts';
import { claim, ends, scene, type Scene } from '../testing.ts';
import { receiverCancelCase, receiverCases, receiverExpiryCase, receiverRefusalsCase, receiverRenewCase, receiverXmlCase } from './cases.ts';
import { compose } from './steps.ts';

function open(over: Scene = {}) {
  const one = scene({ memory: { token: 'tok' }, answer: () => ({ status: 201 }), ...over });
  one.c.memory['sent'] = compose(one.c);
  one.did.length = 0;
  return one;
}
const phase = (one: TestCase, name: string): Phase => one.phases.find((each) => each.name === name)!;
const body = (call: { readonly body?: Uint8Array | string }): Record<string, any> => JSON.parse(String(call.body));
const stimuli = (calls: readonly { readonly stimulus?: object }[]): (string | undefined)[] => calls.map((one) => (one.stimulus as { name?: string } | undefined)?.name);

test('which cases a claim leaves out', () => {
  const out = (over: Partial<Claim['ics']['options']>, roles = claim.ics.roles): string[] =>
    receiverCases.filter((one) => one.notApplicable({ ...claim, ics: { ...claim.ics, roles, options: { ...claim.ics.options, ...over } } }) !== null).map((one) => one.id);
  expect([out({}), out({ workflowTask: false }), out({ cancellation: false }), out({ renewal: false })]).toEqual([[], ['TO-02'], ['TO-06'], ['TO-07']]);
  expect(out({}, ['twiin-sender'])).toHaveLength(receiverCases.length);
  expect(receiverCases.filter((one) => one.long === true)).toEqual([receiverExpiryCase]);
});
test('what may not be accepted: no token, a made one, half a Task, one of R4, one for somebody else', async () => {
  const { c, calls } = open();
  await ends(phase(receiverRefusalsCase, 'onjuiste aanmeldingen'), c);
  expect(stimuli(calls)).toEqual(['no-token', 'token-forged', 'malformed-json', 'task-not-stu3', 'owner-not-served']);
  expect(calls.map((one) => one.headers!['authorization'])).toEqual([undefined, expect.stringMatching(/^Bearer uuid-\d+uuid-\d+$/), 'Bearer tok', 'Bearer tok', 'Bearer tok']);
  expect(() => body(calls[2]!)).toThrow(SyntaxError);
  const r4 = body(calls[3]!);
  expect([r4['requester'].reference, typeof r4['instantiatesUri'], typeof r4['encounter'], 'definitionReference' in r4]).toEqual(['PractitionerRole/1', 'string', 'object', false]);
  expect(body(calls[4]!)['owner'].identifier.value).toBe('90000999');
  // Everything else in the others is right, so that a refusal is about the one thing.
  expect([body(calls[0]!), body(calls[4]!)].map((one) => [one['status'], one['for'].identifier.value])).toEqual([['requested', c.bsn], ['requested', c.bsn]]);
});
test('wrong certificates are tried for a token and for a notification', async () => {
  const { c, calls } = open();
  await ends(phase(receiverRefusalsCase, 'verbindingen zonder geldig certificaat'), c);
  expect(stimuli(calls)).toEqual(['no-client-certificate', 'certificate-unknown-ca', 'certificate-expired', 'certificate-revoked'].flatMap((name) => [name, name]));
  expect(calls.map((one) => one.endpoint)).toEqual(Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 'token' : 'notification')));
  expect(calls.every((one) => one.fresh === true)).toBe(true);
});
test('a notification with an expired token', async () => {
  const { c, calls } = open();
  await ends(phase(receiverExpiryCase, 'aanmelden met verlopen token'), c);
  expect([stimuli(calls), calls[0]!.headers!['authorization']]).toEqual([['token-expired'], 'Bearer tok']);
});

test('a revocation names what was sent, as a conditional update', async () => {
  const { c, calls, did } = open();
  const { identifier } = c.memory['sent'].grant;
  await ends(phase(receiverCancelCase, 'intrekken'), c);
  expect(calls).toMatchObject([{ method: 'PUT', url: `https://xis.test/fhir/Task?identifier=${encodeURIComponent(`urn:ietf:rfc:3986|${identifier}`)}` }]);
  expect(body(calls[0]!)).toMatchObject({ status: 'cancelled', identifier: [{ value: identifier }] });
  expect([stimuli(calls), did.at(-1)]).toEqual([[undefined], 'fact cancelled true']);
});
test('a revocation of what was never sent is only observed', async () => {
  const { c, calls } = open();
  await ends(phase(receiverCancelCase, 'onbekende aanmelding intrekken'), c);
  expect(calls).toHaveLength(1);
  expect(calls[0]!.stimulus).toEqual({ valid: false, name: 'cancel-unknown-notification', expects: 'observe' });
  expect(calls[0]!.url).not.toContain(encodeURIComponent(c.memory['sent'].grant.identifier));
});
test('twice the same notification is revoked only where it became two Tasks, and only tried where the claim says that it can', async () => {
  const twice = async (answer: Scene['answer'], duplicatesPossible = true) => {
    const one = open({ answer, claim: { ...claim, ics: { ...claim.ics, options: { ...claim.ics.options, duplicatesPossible } } } });
    await ends(phase(receiverCancelCase, 'dubbele aanmelding intrekken'), one.c);
    return [one.calls.map((each) => each.method), one.did.filter((each) => each.startsWith('fact'))];
  };
  expect(await twice((_call, at) => ({ status: 201, headers: { location: `Task/${at}` } }))).toEqual([['POST', 'POST', 'PUT'], ['fact duplicatesForced true']]);
  expect(await twice(() => ({ status: 201, headers: { location: 'Task/1' } }))).toEqual([['POST', 'POST'], ['fact duplicatesForced false']]);
  expect(await twice((_call, at) => ({ status: at === 1 ? 409 : 201, headers: { location: `Task/${at}` } }))).toEqual([['POST', 'POST'], ['fact duplicatesForced false']]);
  expect(await twice(() => ({ status: 201 }), false)).toEqual([[], []]);
});
test('a renewal is a new notification in the same group, and is what the system is then asked to fetch', async () => {
  const { c, calls } = open();
  const before = c.memory['sent'].grant;
  await ends(phase(receiverRenewCase, 'vernieuwde aanmelding'), c);
  const { grant } = c.memory['sent'];
  expect([grant.groupIdentifier === before.groupIdentifier, grant.identifier === before.identifier]).toEqual([true, false]);
  expect(body(calls[0]!)['identifier'][0].value).toBe(grant.identifier);
});
test('in XML it is the same Task', async () => {
  const { c, calls } = open();
  await ends(phase(receiverXmlCase, 'in XML aanmelden'), c);
  expect(calls[0]!.headers!['content-type']).toBe('application/fhir+xml');
  expect(resourceIn(new TextEncoder().encode(String(calls[0]!.body)))).toMatchObject({ resourceType: 'Task', status: 'requested', for: { identifier: { value: c.bsn } } });
});
