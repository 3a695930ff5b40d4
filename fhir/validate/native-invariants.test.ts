import { expect, test } from 'vitest';
import type { FhirResource, Json, JsonObject } from '../json.ts';
import type { FhirVersion } from '../version.ts';
import { childItems } from './child-items.ts';
import type { Item } from './item.ts';
import { dateBounds, dutchPostalCodeRule, nativeExpressions, nativeInvariant } from './native-invariants.ts';
import { baseValidator, bundle, observation, patient, rootItem } from './testing.ts';

const holding = (type: string, value: Json): FhirResource => ({ resourceType: 'Basic', code: { text: 'x' }, extension: [{ url: 'http://example.org/x', [`value${type}`]: value }] });
function valueItem(resource: FhirResource, fhir: FhirVersion): Item {
  const { base } = baseValidator(fhir).environment;
  const [extension] = childItems(base, rootItem(resource, baseValidator(fhir)), 'extension');
  return childItems(base, extension!, 'value')[0]!;
}
const entry = (more: JsonObject): JsonObject => ({ fullUrl: 'http://example.org/fhir/Patient/a', resource: patient({ id: 'a' }), ...more });
const request = { request: { method: 'GET', url: 'x' } };
const inside = (...contained: readonly JsonObject[]): FhirResource => patient({ contained: [...contained], generalPractitioner: [{ reference: '#a' }] });

/** Items on which each native rule is compared with the FHIRPath that it replaces. */
function items(fhir: FhirVersion): Item[] {
  const root = (resource: FhirResource): Item => rootItem(resource, baseValidator(fhir));
  const values: readonly (readonly [string, Json])[] = [
    ['Coding', { code: 'a' }], ['Coding', { code: 'a', system: 'http://x' }], ['Quantity', { value: 1 }], ['Quantity', { code: 'a' }], ['Quantity', { code: 'a', system: 'http://x' }], ['Quantity', { value: 1, comparator: '<' }],
    ['ContactPoint', { value: '1' }], ['ContactPoint', { value: '1', system: 'phone' }], ['Attachment', { data: 'QQ==' }], ['Attachment', { data: 'QQ==', contentType: 'text/plain' }],
    ['Period', { start: '2020', end: '2021' }], ['Period', { start: '2021-01-02', end: '2021-01-01' }], ['Period', { start: '2021-01-01' }], ['Period', { end: '2021-01-01' }], ['Period', { start: '2021-01-01T10:00:00Z', end: '2021-01-01T09:00:00Z' }],
    ['Range', { low: { value: 1 }, high: { value: 2 } }], ['Range', { low: { value: 1 } }], ['Range', { low: { value: 3, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' }, high: { value: 2, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' } }],
    ['Address', { use: 'home' }], ['Address', { use: 'work' }], ['Timing', { repeat: { duration: 1 } }],
  ];
  const found = values.map(([type, value]) => valueItem(holding(type, value), fhir));
  const resources: readonly FhirResource[] = [
    patient(), patient({ text: { status: 'generated', div: '<div/>' } }), patient({ text: { status: 'generated' } }), observation(),
    inside({ resourceType: 'Organization', id: 'a' }), inside({ resourceType: 'Organization', id: 'b' }), inside({ resourceType: 'Organization', id: 'a', contained: [{ resourceType: 'Patient' }] }),
    inside({ resourceType: 'Organization', id: 'a', text: { status: 'generated' } }), inside({ resourceType: 'Organization', id: 'a', meta: { versionId: '1' } }), inside({ resourceType: 'Organization', id: 'a', meta: { lastUpdated: '2020-01-01T10:00:00Z' } }),
    inside({ resourceType: 'Organization', id: 'a', meta: { security: [{ code: 'x' }] } }), inside({ resourceType: 'Organization', id: 'a', meta: { profile: ['x'] } }),
    { resourceType: 'Organization', name: 'x' }, { resourceType: 'Organization', identifier: [{ value: '1' }] }, { resourceType: 'Organization' },
    bundle('collection'), bundle('collection', entry({})), bundle('collection', entry(request)), bundle('collection', entry({ search: { mode: 'match' } })), bundle('searchset', entry({ search: { mode: 'match' } })), bundle('collection', entry({ response: { status: '200' } })),
    bundle('batch-response', entry({ response: { status: '200' } })), bundle('batch-response', entry({})), bundle('transaction', entry({})), bundle('transaction', entry(request)), bundle('history', entry(request), entry(request)), bundle('batch', entry(request), entry(request)),
    bundle('collection', entry({}), entry({})), bundle('collection', entry({ resource: patient({ id: 'a', meta: { versionId: '1' } }) }), entry({})), bundle('collection', { resource: patient() }, { resource: patient() }),
  ];
  for (const one of resources) found.push(root(one));
  for (const [authoredOn, lastModified] of [['2026-01-02T10:00:00Z', '2026-01-02T10:00:00.000Z'], ['2026-01-02T10:00:00Z', '2026-01-02T10:59:59+01:00'], ['2026-01-02T10:00:00+01:00', '2026-01-02T09:00:00.5Z'], ['2026-01-02', '2026-01-01'], ['2026-01-02', '2026-01-02T10:00:00Z'], ['2026-13-02T10:00:00Z', '2026-01-01T10:00:00Z']]) found.push(root({ resourceType: 'Task', authoredOn, lastModified } as FhirResource));
  for (const half of [{ authoredOn: '2026-01-02T10:00:00Z' }, { lastModified: '2026-01-02T10:00:00Z' }]) found.push(root({ resourceType: 'Task', ...half }));
  const { base } = baseValidator(fhir).environment;
  const first = (item: Item, ...names: readonly string[]): Item => names.reduce((at, name) => childItems(base, at, name)[0]!, item);
  for (const repeat of [{ duration: 1 }, { duration: 1, durationUnit: 'h' }, { period: 1 }, { period: 1, periodUnit: 'd' }, { periodMax: 2 }, { periodMax: 2, period: 1 }, { durationMax: 2 }, { durationMax: 2, duration: 1 }, { countMax: 2 }, { countMax: 2, count: 1 }, { timeOfDay: ['10:00:00'], when: ['ACM'] }, { when: ['ACM'] }, { timeOfDay: ['10:00:00'] }]) found.push(first(valueItem(holding('Timing', { repeat }), fhir), 'repeat'));
  for (const contact of [{ gender: 'male' }, { name: { text: 'x' } }, { telecom: [{ system: 'phone', value: '1' }] }, { address: { text: 'x' } }, { organization: { display: 'x' } }]) found.push(first(root(patient({ contact: [contact] })), 'contact'));
  for (const range of [{ text: 'x' }, { low: { value: 1 } }, { high: { value: 1 } }, { age: { low: { value: 1 } } }]) found.push(first(root(observation({ referenceRange: [range] })), 'referenceRange'));
  for (const one of [entry({}), { request: request.request }, { response: { status: '200' } }, { fullUrl: 'http://example.org/x/_history/1' }, { fullUrl: 'urn:x' }]) found.push(first(root(bundle('collection', one)), 'entry'));
  for (const manifestation of [{ detail: [{ display: 'x' }] }, { code: [{ text: 'x' }] }, { id: 'a' }]) found.push(first(root({ resourceType: 'Condition', evidence: [manifestation] }), 'evidence'));
  for (const stage of [{ summary: { text: 'x' } }, { assessment: [{ display: 'x' }] }, { id: 'a' }]) found.push(first(root({ resourceType: 'Condition', stage: fhir === 'stu3' ? stage : [stage] }), 'stage'));
  for (const reference of ['#a', '#b', 'Patient/1']) found.push(first(root(patient({ contained: [{ resourceType: 'Organization', id: 'a' }], managingOrganization: { reference } })), 'managingOrganization'));
  return found;
}

/** Expressions of which the native answer is meant to be another, each with its reason in the code: the published FHIRPath can't be evaluated or forgets a part. */
const beyond = (expression: string): boolean => expression.includes('descendants()') || expression === dutchPostalCodeRule;

test.each(['stu3', 'r4'] as const)('the same answer as FHIRPath, on whatever the rule is asked of (%s)', (fhir) => {
  const { engine } = baseValidator(fhir).environment;
  const all = items(fhir);
  const seen = new Map<string, Set<string>>();
  for (const expression of nativeExpressions) {
    if (beyond(expression)) continue;
    const native = nativeInvariant(expression)!;
    for (const item of all) {
      const own = native(item);
      const path = engine.test(expression, item);
      if (own === null || path.kind === 'failed' || path.kind === 'undecided') continue;
      expect([expression, item.expression(), item.value, own]).toEqual([expression, item.expression(), item.value, path.kind === 'true']);
      seen.set(expression, (seen.get(expression) ?? new Set()).add(String(own)));
    }
  }
  // Each rule was seen kept and broken.
  expect(nativeExpressions.filter((one) => !beyond(one) && seen.get(one)?.size !== 2)).toEqual([]);
});

test('a contained resource is referred to, or refers to its container', () => {
  const rule = nativeInvariant("contained.where(('#'+id in %resource.descendants().reference).not()).empty()")!;
  expect(rule(rootItem(patient()))).toBe(true);
  expect(rule(rootItem(inside({ resourceType: 'Organization', id: 'a' })))).toBe(true);
  expect(rule(rootItem(inside({ resourceType: 'Organization', id: 'b' })))).toBe(false);
  expect(rule(rootItem(inside({ resourceType: 'Organization', id: 'a' }, { resourceType: 'Organization', id: 'b' })))).toBe(false);
  expect(rule(rootItem(patient({ contained: [{ resourceType: 'Provenance', id: 'b', target: [{ reference: '#' }] }] })))).toBe(true);
  expect(rule(rootItem(patient({ contained: [{ resourceType: 'Organization' }] })))).toBe(false);
});

test('the postal code of an address in the Netherlands', () => {
  const { base } = baseValidator('stu3').environment;
  const judge = (address: JsonObject): boolean | null => {
    const [first] = childItems(base, rootItem(patient({ address: [address] }), baseValidator('stu3')), 'address');
    return nativeInvariant(dutchPostalCodeRule)!(childItems(base, first!, 'postalCode')[0]!);
  };
  for (const country of ['NL', 'nld', 'Nederland']) {
    expect(judge({ country, postalCode: '1234AB' })).toBe(true);
    for (const postalCode of ['1234 AB', '1234ab', '123AB', '12345AB']) expect(judge({ country, postalCode })).toBe(false);
  }
  for (const country of ['BE', 'Nederlandse Antillen']) expect(judge({ country, postalCode: '1000' })).toBe(true);
  expect(judge({ postalCode: '1000' })).toBe(true);
});

test('no native rule for another text', () => {
  expect(nativeInvariant('true')).toBeUndefined();
  expect(nativeInvariant('constructor')).toBeUndefined();
});

test('the moments that a partial date may mean', () => {
  const day = 86_400_000;
  expect(dateBounds('2020-01-02')).toEqual([Date.UTC(2020, 0, 2), Date.UTC(2020, 0, 2) + day - 1]);
  expect(dateBounds('2020-02')).toEqual([Date.UTC(2020, 1, 1), Date.UTC(2020, 2, 1) - 1]);
  expect(dateBounds('2020')).toEqual([Date.UTC(2020, 0, 1), Date.UTC(2021, 0, 1) - 1]);
  expect(dateBounds('2020-01-02T10:00:00+01:00')).toEqual([Date.UTC(2020, 0, 2, 9), Date.UTC(2020, 0, 2, 9)]);
  for (const other of ['x', 'x2020', '2020x', '2020-1', '2020-01-02T99:00:00Z', '2020-01-02 10:00:00Z']) expect(dateBounds(other)).toBeNull();
});

test('what a native rule can not decide is left to FHIRPath; what has nothing to compare is kept', () => {
  const range = (value: Json): boolean | null => nativeInvariant('low.empty() or high.empty() or (low <= high)')!(valueItem(holding('Range', value), 'r4'));
  const mg = { system: 'http://unitsofmeasure.org', code: 'mg' };
  expect([range({ low: { value: 1, ...mg }, high: { value: 1, ...mg } }), range({ low: { value: 2, ...mg }, high: { value: 1, ...mg } }), range({ low: { value: 2, ...mg } }), range({ high: { value: 1, ...mg } })]).toEqual([true, false, true, true]);
  // Other units, by code, by system, or in words; and what is no number.
  expect([range({ low: { value: 2, ...mg }, high: { value: 1, ...mg, code: 'g' } }), range({ low: { value: 2, ...mg }, high: { value: 1, ...mg, system: 'http://example.org' } }), range({ low: { value: 2, unit: 'mg' }, high: { value: 1, unit: 'g' } }), range({ low: { value: '2', ...mg }, high: { value: 1, ...mg } }), range({ low: { value: 2, ...mg }, high: { value: '1', ...mg } }), range({ low: 2, high: { value: 1 } }), range({ low: { value: 2 }, high: 1 })]).toEqual([null, null, null, null, null, null, null]);
  // The same unit in words, and the same code whatever the words.
  expect([range({ low: { value: 2, unit: 'mg' }, high: { value: 1, unit: 'mg' } }), range({ low: { value: 2, unit: 'milligram', ...mg }, high: { value: 1, unit: 'mg', ...mg } })]).toEqual([false, false]);
  const task = (more: JsonObject): boolean | null => nativeInvariant('lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn')!(rootItem({ resourceType: 'Task', ...more }));
  const moment = '2026-01-02T10:00:00Z';
  expect([task({}), task({ authoredOn: moment }), task({ lastModified: moment }), task({ authoredOn: moment, lastModified: moment }), task({ authoredOn: moment, lastModified: '2026-01-02T09:59:59Z' })]).toEqual([true, true, true, true, false]);
  for (const odd of ['2026-01-02', '2026-01-02T10:00:00', '2026-01-02T10:00:00.0001Z', `x${moment}`, `${moment}x`, 1]) expect([odd, task({ authoredOn: moment, lastModified: odd }), task({ authoredOn: odd, lastModified: moment })]).toEqual([odd, null, null]);
});

test('parts of entries by the type of a Bundle; without a type FHIRPath speaks', () => {
  const judge = (expression: string, type: string | undefined, ...entries: readonly Json[]): boolean | null => nativeInvariant(expression)!(rootItem({ resourceType: 'Bundle', ...(type !== undefined && { type }), entry: [...entries] }));
  const only = "entry.search.empty() or (type = 'searchset')";
  const search = entry({ search: { mode: 'match' } });
  expect([judge(only, 'searchset', search), judge(only, 'collection', search), judge(only, 'collection', entry({})), judge(only, undefined, entry({})), judge(only, undefined, search)]).toEqual([true, false, true, true, null]);
  const exactly = "entry.all(request.exists() = (%resource.type = 'batch' or %resource.type = 'transaction' or %resource.type = 'history'))";
  expect([judge(exactly, 'batch', entry(request)), judge(exactly, 'batch', entry(request), entry({})), judge(exactly, 'collection', entry({}), entry(request)), judge(exactly, undefined, entry(request))]).toEqual([true, false, false, null]);
  const distinct = "entry.where(fullUrl).select(fullUrl&resource.meta.versionId).isDistinct()";
  const version = (versionId: Json): JsonObject => entry({ resource: patient({ id: 'a', meta: { versionId } }) });
  expect([judge(distinct, 'history', version('1'), version('2')), judge(distinct, 'history', version('1'), version('1')), judge(distinct, 'history', version(1), version(2)), judge(distinct, 'history', { fullUrl: 1 }, { fullUrl: 1 }), judge(distinct, 'history', 'x', 'x')]).toEqual([true, false, false, true, true]);
});

test('periods of unequal precision', () => {
  const judge = (start: Json, end: Json): boolean | null => nativeInvariant('start.empty() or end.empty() or (start <= end)')!(valueItem(holding('Period', { start, end }), 'r4'));
  expect([judge('2021', '2021-01-01'), judge('2021-01-31', '2021-01'), judge('2021-02', '2021-01-31'), judge('2021-02-01', '2021-01'), judge('2022', '2021')]).toEqual([true, true, false, false, false]);
  expect([judge('x', '2021'), judge('2021', 'x'), judge(2022, '2021'), judge('2022', 2021)]).toEqual([true, true, true, true]);
});

test('an element that holds an extension only is there', () => {
  const reason = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] };
  const judge = (value: Json): boolean | null => nativeInvariant('code.empty() or system.exists()')!(valueItem(holding('Quantity', value), 'r4'));
  expect([judge({ code: 'a', _system: reason }), judge({ _code: reason }), judge({ _code: reason, system: 'http://x' }), judge({ _system: reason })]).toEqual([true, false, true, true]);
});
