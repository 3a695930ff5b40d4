import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { behaviourOf } from '../behaviour.ts';
import { jsonText } from '../decimal.ts';
import { buildStore } from '../dossier/store.ts';
import { shaped } from './shape.ts';

const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));
const stored = (reference: string) => store.find(reference)!.resource;
const withDefect = (reference: string, id: string) => shaped(stored(reference), behaviourOf([], [id]));
const withVariant = (reference: string, id: string) => shaped(stored(reference), behaviourOf([id], []));
const problem = 'Condition/volledig-p1';

it('leaves the good ones as they are', () => {
  for (const type of store.types) for (const entry of store.ofType(type)) expect(shaped(entry.resource, behaviourOf([], []))).toBe(entry.resource);
});

describe('a seeded defect changes one thing', () => {
  it.each<[string, string, string, unknown]>([
    ['code-not-in-required-value-set', problem, 'clinicalStatus', 'actief'],
    ['profile-element-missing', problem, 'clinicalStatus', undefined],
    ['illegal-date', 'AllergyIntolerance/volledig-ai1', 'assertedDate', '2024-02-30'],
    ['unknown-element', problem, 'remark', 'x'],
    ['wrong-json-type', problem, 'severity', [expect.objectContaining({ text: 'Ernstig' })]],
    ['empty-strings', problem, 'note', [{ text: '' }]],
    ['reference-to-nowhere', problem, 'asserter', { reference: 'Practitioner/bestaat-niet', display: expect.any(String) as string }],
  ])('%s', (id, reference, member, value) => {
    const { [member]: changed, ...others } = withDefect(reference, id);
    const { [member]: _before, ...unchanged } = stored(reference);
    expect(changed).toEqual(value);
    expect(others).toEqual(unchanged);
  });
  it('value-set-oid-as-system, next to the right coding', () => {
    const { category } = withDefect('Flag/volledig-al1', 'value-set-oid-as-system') as { category: { coding: object[] } };
    expect(category.coding).toEqual([...(stored('Flag/volledig-al1')['category'] as { coding: object[] }).coding, { system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2.5.1.1', code: '282291009', display: 'Diagnose' }]);
  });
  it('no practitioner of that name exists', () => { expect(store.find('Practitioner/bestaat-niet')).toBeUndefined(); });
});

describe('a variant', () => {
  it('states an unknown profile next to the known one', () => {
    expect(withVariant(problem, 'extra-unknown-profile')['meta']).toEqual({ profile: ['http://nictiz.nl/fhir/StructureDefinition/zib-Problem', 'http://example.org/fhir/StructureDefinition/local-problem'] });
  });
  it('says why a display and a code are absent', () => {
    expect(withVariant('AllergyIntolerance/volledig-ai1', 'absent-reason-for-display')['patient']).toEqual({
      reference: 'Patient/volledig-patient', extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
    });
    expect(withVariant('NutritionOrder/volledig-na1', 'absent-reason-for-display')['oralDiet']).toEqual({
      type: [{ text: 'Natriumbeperkt dieet', coding: [{ extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/iso21090-nullFlavor', valueCode: 'OTH' }] }] }],
    });
  });
  it('writes weights, and only weights, with two decimals', () => {
    expect(jsonText(withVariant('Observation/volledig-bodyweight-bw1', 'decimals-with-trailing-zeros'))).toContain('"valueQuantity":{"value":91.50,');
    const height = 'Observation/volledig-bodyheight-bh1';
    expect(withVariant(height, 'decimals-with-trailing-zeros')).toBe(stored(height));
  });
  it('adds a local coding and extension', () => {
    const resource = withVariant(problem, 'extra-codings-and-extensions') as { code: { coding: object[]; text: string }; extension: object[] };
    expect(resource.code.coding).toHaveLength(2);
    expect(resource.code.coding[1]).toMatchObject({ system: expect.stringMatching(/^urn:oid:2\.999/) as string, display: expect.any(String) as string });
    expect(resource.extension).toEqual([{ url: expect.stringMatching(/^http:/) as string, valueString: 'gewoon' }]);
  });
  it('identifies the own patient number by its type', () => {
    const { identifier } = withVariant('Patient/volledig-patient', 'identifier-by-type') as { identifier: object[] };
    expect(identifier).toHaveLength(2);
    expect(identifier[1]).not.toHaveProperty('system');
    expect(identifier[1]).toMatchObject({ type: { coding: [{ code: 'MR' }] }, value: expect.any(String) as string });
  });
});
