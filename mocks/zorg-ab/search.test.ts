import { expect, test } from 'vitest';
import { organisations } from '../../fixtures/organisations.ts';
import { directoryEntries, type Resource } from './entries.ts';
import { isIdentifierToken, searchDirectory, type DirectorySearch } from './search.ts';

const entries = directoryEntries(organisations, (ura) => `https://x.test/${ura}`, 0);
const found = (type: Resource['resourceType'], query: string, more: Partial<DirectorySearch> = {}): any => {
  const answer = searchDirectory({ entries, type, query, base: 'https://x.test/fhir', now: 0, ...more });
  return answer.kind === 'error' ? answer.status : answer.found.map(({ id }) => id).join();
};
const ura = 'http://fhir.nl/fhir/NamingSystem/ura';
test('what is included or unknown is ignored in silence, on request refused', () => {
  const answer = searchDirectory({ entries, type: 'Organization', query: `identifier=${ura}|90000044&_include=Organization:endpoint&colour=red`, base: 'https://x.test/fhir', now: 0 });
  expect(answer).toMatchObject({ kind: 'ok', includes: [], bundle: { total: 1, link: [{ url: `https://x.test/fhir/Organization?identifier=${ura}|90000044` }] } });
  expect((answer as any).bundle.entry).toHaveLength(1);
  expect(found('Organization', 'colour=red', { prefer: 'handling=strict' })).toBe(400);
});
test('several identifiers at once, and a URA without its leading zeros', () => {
  expect(found('Organization', `identifier=${ura}|90000044,${ura}|90000055`)).toMatch(/^100244,?/);
  const low = entries.map((one) => (one.id === '100244' ? { ...one, identifier: [{ system: ura, value: '00000044' }] } : one)) as Resource[];
  expect(found('Organization', `identifier=${ura}|44`, { entries: low })).toBe('100244');
});
test('the seeded defect gives all others, and nothing changes for a search that selects nothing', () => {
  const right = found('Organization', `identifier=${ura}|90000044`).split(',');
  const wrong = found('Organization', `identifier=${ura}|90000044`, { inverted: true }).split(',');
  expect([...right, ...wrong].sort()).toEqual(entries.filter((one) => one.resourceType === 'Organization').map((one) => one.id).sort());
  expect(found('Organization', '_count=3', { inverted: true })).toBe(found('Organization', '_count=3'));
});
test.each([['a', true], ['a|b', true], ['a|b,c|d', true], ['|b', true], ['', false], ['a|', false], ['a|b|c', false], ['a,', false]])('%j is a token: %s', (value, expected) => { expect(isIdentifierToken(value)).toBe(expected); });
