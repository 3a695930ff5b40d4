import { expect, test } from 'vitest';
import { organisationByKey } from '../../fixtures/organisations.ts';
import { personaByKey, personas } from '../../fixtures/personas/index.ts';
import { dossier } from '../../fixtures/stu3/index.ts';
import { compareSearches } from './differential.ts';
import { holders } from './servers.ts';
import { nameOf } from './identity.ts';
import { queriesFor } from './queries.ts';

const now = Date.UTC(2026, 10, 24, 9);
test('a part of the searches gives the same at both servers, or what is known to differ', { timeout: 60_000 }, async () => {
  const compared = await compareSearches(personaByKey('minimaal')!, { now, every: 7 });
  expect(compared.length).toBeGreaterThan(100);
  expect(compared.flatMap(({ target, differences }) => differences.filter(({ because }) => because === null).map(({ aspect, simulator, reference }) => `${target}: ${aspect} ${simulator} ${reference}`))).toEqual([]);
  expect(compared.filter(({ differences }) => differences.length === 0).length).toBeGreaterThan(compared.length / 2);
});
test('every record of a patient has a name of its own', () => {
  for (const persona of personas) {
    const names = dossier(persona, { organisation: organisationByKey('west'), runDay: now }).filter(({ resourceType }) => resourceType !== 'Binary').map((resource) => nameOf(resource, holders));
    expect(names.filter((name) => name === null)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  }
});
test('searches are each asked once, and name codes of the dossier', () => {
  const queries = queriesFor([{ resourceType: 'Condition', code: { coding: [{ system: 's', code: 'c' }] } }], '1', '2');
  expect(new Set(queries).size).toBe(queries.length);
  expect(queries).toEqual(expect.arrayContaining(['Condition?code=s|c', 'Condition?code=s%7Cc', 'Condition?patient.identifier=http://fhir.nl/fhir/NamingSystem/bsn|1', 'Condition?patient=Patient/{Patient}', 'Observation/$lastn']));
});
