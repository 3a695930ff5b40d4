import { expect, test } from 'vitest';
import { personaByKey, volledig } from '../fixtures/personas/index.ts';
import type { Claim } from '../model/claim.ts';
import type { Persona } from '../model/persona.ts';
import { runWorld } from './world.ts';

const first = <T>(of: readonly T[], count: number): readonly T[] => {
  if (of.length < count) throw new Error(`only ${of.length} to choose from`);
  return of.slice(0, count);
};
/** A dossier with as many resources as published for H. de Herder, written by hand from chapter 11; the laboratory is not judged and differs on purpose. */
const herder: Persona = {
  ...volledig, key: 'nictiz-c', patient: personaByKey('nictiz-c')!.patient, generalPractitioner: null,
  treatmentDirectives: first(volledig.treatmentDirectives, 1), advanceDirectives: first(volledig.advanceDirectives, 1), functionalStatuses: [], problems: first(volledig.problems, 2),
  drugUse: first(volledig.drugUse, 1), alcoholUse: first(volledig.alcoholUse, 1), tobaccoUse: first(volledig.tobaccoUse, 1), nutritionAdvices: first(volledig.nutritionAdvices, 1),
  alerts: first(volledig.alerts, 1), allergies: first(volledig.allergies, 1), medication: [{ ...volledig.medication[0]!, use: true, agreement: true, dispense: true }],
  devices: first(volledig.devices, 1), vaccinations: first(volledig.vaccinations, 1), procedures: first(volledig.procedures, 1), encounters: first(volledig.encounters, 1),
  plannedProcedures: [], careTeam: false,
};
const noermohamed: Persona = { ...personaByKey('nictiz-d')! };
const claimed = (claim: Claim): Claim => ({ ...claim, ixit: { ...claim.ixit, personas: [{ key: 'nictiz-c', contentConfirmed: true }, { key: 'nictiz-d', contentConfirmed: false }] } });

test('a claim with Nictiz patients runs all cases, and published counts are judged for who is confirmed', async () => {
  const result = await runWorld({ claim: claimed, patients: [herder, noermohamed] });
  expect(result.findings.map((one) => `${one.requirement} ${one.actual}`)).toEqual([]);
  expect(result.harnessErrors).toEqual([]);
  expect(result.cases.filter((one) => one.state !== 'finished')).toEqual([]);
  const counts = result.requirements.find((one) => one.requirement.id === 'BGZ-R-18')!;
  expect(counts.verdict).toBe('pass');
  const seen = counts.purposes.flatMap((one) => one.evidence.map((evidence) => evidence.seen));
  expect(seen).toContain('problems: 2 × Condition');
  expect(seen.filter((one) => /lab-results|body-height/.test(one))).toEqual([]);
});
test('an allergy that the system lost is a safety finding by the published count', async () => {
  const result = await runWorld({ claim: claimed, patients: [{ ...herder, allergies: [] }, noermohamed], only: ['TS-01'] });
  const found = result.findings.filter((one) => one.requirement === 'BGZ-R-18');
  expect(found.map((one) => [one.expected.en, one.actual, one.safety])).toEqual([['1 × AllergyIntolerance (allergies).', '0 × AllergyIntolerance', true]]);
});
