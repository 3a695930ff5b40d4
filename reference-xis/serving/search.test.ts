import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { behaviourOf } from '../behaviour.ts';
import { buildStore } from '../dossier/store.ts';
import { unusable } from './matching.ts';
import { parseQuery } from './query.ts';
import type { Query } from './query.ts';
import { mayRead, maySearch } from './rights.ts';
import type { Access } from './rights.ts';
import { findIncludes, findMatches } from './search.ts';

const volledig = '999990160';
const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));
const good = behaviourOf([], []);
const query = (text: string): Query => { const parsed = parseQuery(text); if (!parsed.ok) throw new Error(parsed.why); return parsed.query; };
const ids = (text: string, bsn = volledig) => findMatches(store, query(text), bsn, good).map((entry) => entry.id);
const sct = 'http://snomed.info/sct';

describe('findMatches', () => {
  it.each([
    ['Condition', 4], ['Patient', 1], ['AllergyIntolerance', 2], ['Flag', 2], [`Consent?category=${sct}|11291000146105`, 2], [`Consent?category=${sct}|11341000146107`, 1],
    [`Observation?category=${sct}|118228005,${sct}|384821006`, 3], [`Observation/$lastn?category=${sct}|118228005,${sct}|384821006`, 2],
    ['Observation/$lastn?code=http://loinc.org|85354-9', 1], ['Observation?code=http://loinc.org|85354-9', 2], [`Observation/$lastn?category=${sct}|275711006`, 3],
    [`Observation?category=${sct}|49581000146104`, 3], ['MedicationStatement?category=urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3|6', 3], [`MedicationRequest?category=${sct}|16076005`, 2],
    [`MedicationDispense?category=${sct}|422037009`, 1], [`Procedure?category=${sct}|387713003,${sct}|258174001`, 2], ['Encounter', 3], ['Encounter?class=http://hl7.org/fhir/v3/ActCode|IMP', 1],
    ['Immunization?status=completed', 2], ['Immunization?status=entered-in-error', 0], ['ProcedureRequest?status=active', 1], ['DocumentReference?status=current', 1], ['CareTeam?status=active', 1], ['Appointment?status=booked', 0],
  ])('%s gives %i', (text, count) => {
    expect(ids(text)).toHaveLength(count);
  });
  it('gives the newest measurement', () => {
    expect(ids('Observation/$lastn?code=http://loinc.org|29463-7')).toEqual(['volledig-bodyweight-bw2']);
    expect(ids('Observation?code=http://loinc.org|29463-7&_sort=-date')[0]).toBe('volledig-bodyweight-bw2');
  });
  it('never gives another patient', () => {
    for (const type of store.types) for (const entry of findMatches(store, query(type), volledig, good)) expect(entry.bsn).toBe(volledig);
  });
  it('brings includes of the patient along, and Provenance when asked', () => {
    const include = (text: string) => findIncludes(store, query(text), findMatches(store, query(text), volledig, good), volledig, good).map((entry) => `${entry.type}/${entry.id}`);
    expect(include('Patient?_include=Patient:general-practitioner')).toEqual(['Practitioner/volledig-huisarts']);
    expect(include('Coverage?_include=Coverage:payor:Patient')).toEqual([]);
    expect(include('Coverage?_include=Coverage:payor')).toEqual(['Organization/volledig-verzekeraar']);
    expect(include('DeviceUseStatement?_include=DeviceUseStatement:device')).toHaveLength(2);
    expect(include('Flag?_revinclude=Provenance:target')).toEqual(['Provenance/volledig-herkomst']);
  });
  it('names a parameter that it does not know', () => {
    expect(unusable(query('Condition?onbekend=1'))).toMatch(/onbekend/);
    expect(unusable(query('Condition?_count=veel'))).toMatch(/whole number/);
    expect(unusable(query('Condition?_include=x'))).toMatch(/Type:parameter/);
    expect(unusable(query('Observation/$lastn?code=a|b&max=2'))).toBeUndefined();
  });
});

describe('rights', () => {
  const access: Access = { bsn: volledig, queries: [query('Condition'), query('MedicationStatement?_include=MedicationStatement:medication')], resources: ['DocumentReference/volledig-doc1'], workflowTasks: [], everything: false };
  const read = (reference: string) => mayRead(store.find(reference)!, access, store, good);
  it.each(['Condition/volledig-p1', 'Medication/volledig-m1', 'DocumentReference/volledig-doc1', 'Binary/volledig-doc1', 'Patient/volledig-patient', 'Practitioner/volledig-huisarts'])('let %s be read', (reference) => {
    expect(read(reference)).toBe(true);
  });
  it.each(['Condition/minimaal-p1', 'Patient/minimaal-patient', 'Flag/volledig-al1', 'Immunization/volledig-v1'])('do not let %s be read', (reference) => {
    expect(read(reference)).toBe(false);
  });
  it('take a patient parameter of this patient only', () => {
    const bsn = 'http://fhir.nl/fhir/NamingSystem/bsn';
    expect(maySearch(query(`Condition?patient.identifier=${bsn}|${volledig}`), access, store, good)).toBe(true);
    expect(maySearch(query(`Condition?patient.identifier=${bsn}|999990019`), access, store, good)).toBe(false);
    expect(maySearch(query('Condition?subject=Patient/minimaal-patient'), access, store, good)).toBe(false);
    expect(maySearch(query('Flag'), access, store, good)).toBe(false);
  });
});
