import { expect, test } from 'vitest';
import type { NotificationGrant } from '../../model/grant.ts';
import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import { isReadable, narrowed, offerFor } from './offer.ts';
import { parseQuery } from './query.ts';

const grant = (queries: readonly string[], resources: readonly string[] = []): NotificationGrant => ({
  kind: 'notification', by: 'harness', identifier: 'i', groupIdentifier: 'g', authorizationBase: 'b', senderUra: '90000044', receiverUra: '90000011', patientBsn: '999990019', queries, resources,
  workflowTask: null, periodEnd: null, cancelledAt: null, at: 0, caseId: '',
});
const covered = (asked: string, ...offered: string[]): boolean => offerFor(parseQuery(asked)!, grant(offered)) !== undefined;

test.each([
  ['Condition', 'Condition', true], ['Flag', 'Condition', false], ['Condition?_include=Condition:asserter&_count=5', 'Condition', true], ['Condition?status=active', 'Condition', true],
  ['Consent?category=a', 'Consent?category=a,b', true], ['Consent?category=a,c', 'Consent?category=a,b', false], ['Consent', 'Consent?category=a', false], ['Consent?category=a%7Cb', 'Consent?category=a|b', true],
  ['Condition', 'https://west.test/t1/twiin/90000044/fhir/Condition', true], ['Condition', 'no query at all', false],
])('%s is covered by %s: %s', (asked, offered, expected) => { expect(covered(asked, offered)).toBe(expected); });
test('only where nothing but the last was offered, only the last is given', () => {
  const asked = parseQuery('Observation?code=x')!;
  expect(narrowed(asked, offerFor(asked, grant(['Observation/$lastn?code=x']))!).operation).toBe('$lastn');
  expect(narrowed(asked, offerFor(asked, grant(['Observation/$lastn?code=x', 'Observation?code=x']))!).operation).toBeUndefined();
});
test('a client cannot ask for more of the last ones than was offered', () => {
  const asked = parseQuery('Observation/$lastn?code=x&max=9')!;
  const names = (offered: string): string[] => narrowed(asked, parseQuery(offered)!).parameters.map(({ name }) => name);
  expect(names('Observation/$lastn?code=x')).toEqual(['code']);
  expect(names('Observation/$lastn?code=x&max=9')).toEqual(['code', 'max']);
});
test('reading follows references and attachments, also in a circle', () => {
  const document: Stu3Resource = { resourceType: 'DocumentReference', id: 'd', subject: { reference: 'Patient/p' }, content: [{ attachment: { url: 'https://x.test/fhir/Binary/b' } }] };
  const patient: Stu3Resource = { resourceType: 'Patient', id: 'p', link: [{ other: { reference: 'DocumentReference/d' } }] };
  const binary: Stu3Resource = { resourceType: 'Binary', id: 'b' };
  const flag: Stu3Resource = { resourceType: 'Flag', id: 'f' };
  const dossier = [document, patient, binary, flag];
  const offer = grant([], ['DocumentReference/d']);
  expect(dossier.map((one) => isReadable(one, offer, dossier))).toEqual([true, true, true, false]);
  expect(isReadable(binary, grant(['Flag']), dossier)).toBe(false);
});
