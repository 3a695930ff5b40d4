import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { behaviourOf } from '../behaviour.ts';
import type { Behaviour } from '../behaviour.ts';
import { buildStore } from '../dossier/store.ts';
import type { Json } from '../messages.ts';
import { searchset } from './bundle.ts';
import { parseQuery } from './query.ts';
import { findIncludes, findMatches } from './search.ts';

const base = 'https://noord.example/fhir';
const bsn = '999990160';
const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));

interface Shown { readonly total: number; readonly link: Json; readonly entry?: readonly { fullUrl: string; search: { mode: string }; resource: { resourceType: string; id?: string; meta?: object } }[] }
function shown(spelled: string, behaviour: Behaviour): Shown {
  const parsed = parseQuery(spelled);
  if (!parsed.ok) throw new Error(parsed.why);
  const matches = findMatches(store, parsed.query, bsn, behaviour);
  const includes = findIncludes(store, parsed.query, matches, bsn, behaviour);
  return JSON.parse(JSON.stringify(searchset({ base, query: parsed.query, spelled, total: matches.length, matches, includes, nextOffset: null }, behaviour))) as Shown;
}
const good = behaviourOf([], []);
const medication = 'MedicationStatement?_include=MedicationStatement:medication';

describe('searchset', () => {
  it('lists matches, then includes', () => {
    const { total, entry } = shown(medication, good);
    expect(total).toBe(3);
    expect(entry!.map((item) => `${item.resource.resourceType} ${item.search.mode}`)).toEqual([...Array<string>(3).fill('MedicationStatement match'), ...Array<string>(3).fill('Medication include')]);
    expect(entry!.every((item) => item.fullUrl === `${base}/${item.resource.resourceType}/${item.resource.id}`)).toBe(true);
  });
  it('has no entry when nothing was found', () => {
    expect(shown('Appointment', good)).toMatchObject({ total: 0 });
    expect(shown('Appointment', good)).not.toHaveProperty('entry');
  });
});

describe('seeded', () => {
  it('entry-without-id: alerts only, under their http address', () => {
    const behaviour = behaviourOf([], ['entry-without-id']);
    const { entry } = shown('Flag', behaviour);
    expect(entry!.map((item) => [item.fullUrl, 'id' in item.resource])).toEqual([[`${base}/Flag/volledig-al1`, false], [`${base}/Flag/volledig-al2`, false]]);
    expect(shown('Condition', behaviour).entry!.every((item) => 'id' in item.resource)).toBe(true);
  });
  it('entry-urn-without-id: alerts only, under a urn', () => {
    const behaviour = behaviourOf(['entry-urn-without-id'], []);
    for (const item of shown('Flag', behaviour).entry!) {
      expect(item.fullUrl).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(item.resource).not.toHaveProperty('id');
    }
    expect(shown('Condition', behaviour).entry![0]!.fullUrl).toMatch(/^https:/);
  });
  it('empty-search-with-leftover: one match that says that there is none', () => {
    const behaviour = behaviourOf([], ['empty-search-with-leftover']);
    const { total, entry } = shown('Appointment', behaviour);
    expect([total, entry!.length]).toEqual([1, 1]);
    expect(entry![0]).toMatchObject({ search: { mode: 'match' }, resource: { resourceType: 'Basic', id: expect.any(String) as string, meta: { profile: [expect.any(String) as string] }, code: { text: expect.any(String) as string } } });
    expect(shown('Flag', behaviour).entry).toHaveLength(2);
  });
  it('include-as-match', () => {
    expect(shown(medication, behaviourOf([], ['include-as-match'])).entry!.map((item) => item.search.mode)).toEqual(Array(6).fill('match'));
  });
  it('include-only-first', () => {
    expect(shown(medication, behaviourOf([], ['include-only-first'])).entry).toHaveLength(4);
  });
  it('include-forgotten: with medication use only', () => {
    const behaviour = behaviourOf([], ['include-forgotten']);
    expect(shown(medication, behaviour).entry).toHaveLength(3);
    expect(shown('MedicationRequest?_include=MedicationRequest:medication', behaviour).entry).toHaveLength(4);
  });
});
