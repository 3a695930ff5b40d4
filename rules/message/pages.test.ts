import { expect, test } from 'vitest';
import { probe, searchset } from '../testing.ts';
import { chainsOf } from './pages.ts';

const base = 'https://host.test/fhir';
const page = (target: string, next: string | null, settings = {}) => probe('resource', {
  target: `/fhir${target}`, answer: searchset([], { link: next === null ? [] : [{ relation: 'next', url: next }] }), ...settings,
});
const short = (...given: Parameters<typeof chainsOf>[0]) => chainsOf(given).map((one) => [one.first.request.target, one.pages.map((each) => each.exchange.request.target), one.complete]);

test('pages are followed by their links, absolute and relative, in any spelling of the bar', () => {
  const first = page('/Condition?a=1', `${base}/Condition?page=2%7Cx`);
  expect(short(first, page('/Condition?page=2|x', '/fhir/Condition?page=3'), page('/Condition?page=3', null))).toEqual([
    ['/fhir/Condition?a=1', ['/fhir/Condition?a=1', '/fhir/Condition?page=2|x', '/fhir/Condition?page=3'], true],
  ]);
});
test('a page that was not fetched, was fetched before, or refused, leaves the chain open', () => {
  const next = `${base}/x?page=2`;
  expect(short(page('/Condition', next))).toEqual([['/fhir/Condition', ['/fhir/Condition'], false]]);
  expect(short(page('/x?page=2', null), page('/Condition', next))).toEqual([['/fhir/Condition', ['/fhir/Condition'], false]]);
  expect(short(page('/Condition', next), page('/x?page=2', null, { status: 404 }))).toEqual([['/fhir/Condition', ['/fhir/Condition'], false]]);
  expect(short(page('/Condition', 'http://'))).toEqual([['/fhir/Condition', ['/fhir/Condition'], false]]);
});
test('each page serves one chain; a page that links to itself ends', () => {
  const next = `${base}/Flag?page=2`;
  expect(short(page('/Flag', next), page('/Flag?b=1', next), page('/Flag?page=2', null), page('/Flag?page=2', null)).map(([, pages]) => pages)).toEqual([
    ['/fhir/Flag', '/fhir/Flag?page=2'], ['/fhir/Flag?b=1', '/fhir/Flag?page=2'],
  ]);
  expect(short(page('/Flag?page=2', next), page('/Flag?page=2', next))).toEqual([['/fhir/Flag?page=2', ['/fhir/Flag?page=2', '/fhir/Flag?page=2'], false]]);
});
test('what is no search, or no Bundle, begins no chain', () => {
  expect(short(page('/Condition/c1', null), page('/metadata', null), probe('resource', { target: '/fhir/Flag', answer: { resourceType: 'Flag' } }), probe('resource', { target: '/fhir/Flag', answer: 'x' }))).toEqual([]);
});
