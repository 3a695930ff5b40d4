import { expect, test } from 'vitest';
import type { FhirResource } from '../json.ts';
import { coreDefinitions } from '../tables/core.ts';
import { base, finding, searching } from './testing.ts';
import { createSearch } from './engine.ts';

const resources: FhirResource[] = [
  ...['a', 'b', 'c', 'd', 'e'].map((id): FhirResource => ({ resourceType: 'Condition', id, subject: { reference: `Patient/${id < 'd' ? 'p' : 'q'}` }, text: { status: 'generated' }, meta: { tag: [{ system: 't', code: id }] } })),
  { resourceType: 'Patient', id: 'p' }, { resourceType: 'Patient', id: 'q' },
];
const bundleOf = (answer: ReturnType<ReturnType<typeof searching>>): any => { if (answer.kind === 'error') throw new Error(JSON.stringify(answer.outcome)); return answer.bundle; };
const issueOf = (answer: ReturnType<ReturnType<typeof searching>>): any => { if (answer.kind === 'ok') throw new Error('not refused'); return [answer.status, ...(answer.outcome as any).issue.map((issue: any) => issue.code)]; };
const linkOf = (bundle: any, relation: string): string | undefined => bundle.link.find((one: any) => one.relation === relation)?.url;

test('an answer is a searchset with matches first, modes, full URLs and a total of the matches', () => {
  const bundle = bundleOf(searching('stu3', resources)('Condition?_id=a&_include=Condition:subject'));
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: 1, link: [{ relation: 'self', url: `${base}/Condition?_id=a&_include=Condition:subject` }] });
  expect(bundle.entry.map((one: any) => [one.fullUrl, one.search.mode])).toEqual([[`${base}/Condition/a`, 'match'], [`${base}/Patient/p`, 'include']]);
  expect('entry' in bundleOf(searching('stu3', resources)('Condition?_id=x'))).toBe(false);
});
test('pages hold all matches once, each with its own includes, and the total of all', () => {
  const search = searching('r4', resources, { pageSize: 3 });
  const pages: string[][] = [];
  for (let next: string | undefined = 'Condition?_count=2&_include=Condition:subject&_sort=-_id'; next !== undefined;) {
    const bundle = bundleOf(search(next));
    expect(bundle.total).toBe(5);
    pages.push(bundle.entry.map((one: any) => one.resource.id));
    next = linkOf(bundle, 'next')?.slice(base.length + 1);
  }
  expect(pages).toEqual([['e', 'd', 'q'], ['c', 'b', 'p'], ['a', 'p']]);
  expect(bundleOf(search('Condition?_count=50')).entry).toHaveLength(3);
});
test('a page of another search, or one that was made up, is refused', () => {
  const search = searching('r4', resources);
  const page = linkOf(bundleOf(search('Condition?_count=2')), 'next')!.split('_page=')[1]!;
  expect(bundleOf(search(`Condition?_count=2&_page=${page}`)).entry).toHaveLength(2);
  for (const target of [`Condition?_count=3&_page=${page}`, 'Condition?_count=2&_page=2', `Condition?_count=2&_page=3${page.slice(1)}`]) expect(issueOf(search(target)), target).toEqual([400, 'invalid']);
});
test('a server may leave the total out of an answer that is not whole', () => {
  const search = searching('stu3', resources, { totalOnPages: false });
  expect(bundleOf(search('Condition?_count=2')).total).toBeUndefined();
  expect(bundleOf(search('Condition')).total).toBe(5);
});
test.each(['_summary=count', '_count=0'])('%s gives the total only', (parameter) => {
  const bundle = bundleOf(searching('stu3', resources)(`Condition?${parameter}`));
  expect([bundle.total, bundle.entry, linkOf(bundle, 'next')]).toEqual([5, undefined, undefined]);
});
test('what is not supported is left out of the self link and named, or refused on request', () => {
  const search = searching('stu3', resources);
  const bundle = bundleOf(search('Condition?colour=red&_id=a&_sort=colour'));
  expect(linkOf(bundle, 'self')).toBe(`${base}/Condition?_id=a`);
  expect(bundle.total).toBe(1);
  expect(bundle.entry.at(-1)).toMatchObject({ search: { mode: 'outcome' }, resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'not-supported' }, { severity: 'warning' }] } });
  expect(issueOf(search('Condition?colour=red&size=2', { prefer: 'respond-async, handling=strict' }))).toEqual([400, 'not-supported', 'not-supported']);
  expect(bundleOf(searching('stu3', resources, { noteIgnored: false })('Condition?colour=red&_id=a')).entry).toHaveLength(1);
});
test('a server that refuses of itself does as the client prefers', () => {
  const search = searching('stu3', resources, { unsupported: 'refuse' });
  expect(issueOf(search('Condition?colour=red'))).toEqual([400, 'not-supported']);
  expect(bundleOf(search('Condition?colour=red', { prefer: 'handling=lenient' })).total).toBe(5);
});
test.each([
  ['Colour', [404, 'not-supported']], ['Condition?_count=veel', [400, 'value']], ['Condition?_count=-1', [400, 'value']], ['Condition?code=%zz', [400, 'invalid']], ['Condition?_summary=half', [400, 'value']], [`Condition?_id=${'x'.repeat(9_000)}`, [400, 'too-costly']], [`Condition?${'_id=a&'.repeat(101)}`, [400, 'too-costly']], ['?_id=a', [400, 'required']], ['?_type=Colour', [400, 'not-supported']],
])('%.40s is refused', (target, expected) => { expect(issueOf(searching('r4', resources)(target))).toEqual(expected); });
test('all types at once', () => {
  expect(finding('r4', resources)('?_type=Patient,Condition&_id=p,a')).toBe('a,p');
  expect(linkOf(bundleOf(searching('r4', resources)('?_type=Patient')), 'self')).toBe(`${base}?_type=Patient`);
});
test('tags, and _total in R4 only', () => {
  expect(finding('stu3', resources)('Condition?_tag=t|b')).toBe('b');
  expect(bundleOf(searching('r4', resources)('Condition?_total=none')).total).toBeUndefined();
  expect(finding('stu3', resources)('Condition?_total=none')).toBe('400 not-supported');
});
test('what the server applied itself stands in the links and nowhere else', () => {
  const bundle = bundleOf(searching('stu3', resources)('Condition?_text=x&_format=json', { applied: new Set(['_text']) }));
  expect([bundle.total, linkOf(bundle, 'self')]).toEqual([5, `${base}/Condition?_text=x&_format=json`]);
});
test('own parameters win, and types may be limited', () => {
  const own = { url: 'own', code: 'identifier', base: ['Condition'], type: 'token', expression: 'Condition.id' } as const;
  expect(finding('stu3', resources, { parameters: [own] })('Condition?identifier=b')).toBe('b');
  expect(finding('stu3', resources, { types: ['Patient'] })('Condition')).toBe('404 not-supported');
});
test('a server carries out what includes it wants, and _has only where it offers that', () => {
  const search = searching('stu3', resources, { includes: ({ reverse }) => !reverse, offers: (_type, code) => code !== '_has' });
  expect(bundleOf(search('Condition?_id=a&_include=Condition:subject')).entry).toHaveLength(2);
  expect(linkOf(bundleOf(search('Patient?_revinclude=Condition:subject&_id=p')), 'self')).toBe(`${base}/Patient?_id=p`);
  expect(issueOf(search('Patient?_has:Condition:subject:_id=a', { prefer: 'handling=strict' }))).toEqual([400, 'not-supported']);
});
test('cut answers keep what is mandatory and say so', () => {
  const search = searching('stu3', resources);
  expect(bundleOf(search('Condition?_id=a&_summary=data')).entry[0].resource).toMatchObject({ id: 'a', subject: {}, meta: { tag: [{}, { code: 'SUBSETTED' }] } });
  expect(bundleOf(search('Condition?_id=a&_summary=data')).entry[0].resource.text).toBeUndefined();
  expect(Object.keys(bundleOf(search('Condition?_id=a&_elements=code')).entry[0].resource).sort()).toEqual(['id', 'meta', 'resourceType', 'subject']);
});
test('whatever comes in, it answers', () => {
  const engine = createSearch({ definitions: coreDefinitions('r4') });
  const names = ['', '_has', '_has:', '.', ':', 'code:', 'subject:.', '_include:', '__proto__', 'constructor', 'subject.', '_sort', '_page', 'patient..x', '_type', '\u0000'];
  const values = ['', '|', '$', ',', '\\', '\\\\', '*', '%', '#', '__proto__', '\u0000', '9'.repeat(100), 'ge', '||||', 'Patient:__proto__'];
  for (const type of ['Condition', 'Observation', 'constructor', '__proto__']) for (const name of names) for (const value of values) {
    const answer = engine.search({ base, type, parameters: [{ name, value }] }, resources, 0);
    expect(['ok', 'error'], `${type}?${name}=${value}`).toContain(answer.kind);
  }
});
