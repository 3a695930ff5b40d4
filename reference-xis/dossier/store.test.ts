import { describe, expect, it } from 'vitest';
import { personas } from '../../fixtures/personas/index.ts';
import { objectOf } from '../messages.ts';
import type { Json, JsonObject } from '../messages.ts';
import { referencesIn } from '../serving/references.ts';
import { buildStore } from './store.ts';

const store = buildStore(personas, { ura: '90000011', name: 'Testziekenhuis Noord', systemOid: '2.999.10.1' }, Date.UTC(2026, 10, 24));
const resources = [...store.types].flatMap((type) => store.ofType(type));

function walk(value: Json | undefined, visit: (object: JsonObject, name: string) => void, name = ''): void {
  if (Array.isArray(value)) return value.forEach((entry) => walk(entry, visit, name));
  const object = objectOf(value);
  if (!object) return;
  visit(object, name);
  for (const [member, inner] of Object.entries(object)) walk(inner, visit, member);
}

describe('every resource of every persona (bgz-nen7540.md 7)', () => {
  it.each(resources.map((entry) => [`${entry.type}/${entry.id}`, entry.resource] as const))('%s', (reference, resource) => {
    if (resource['resourceType'] !== 'Binary') expect(objectOf(resource['meta'])?.['profile']).toHaveLength(1);
    expect(String(resource['id'])).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    for (const target of referencesIn(resource)) expect(store.find(target), `${reference} refers to ${target}`).toBeDefined();
    walk(resource, (object, name) => {
      expect(Object.values(object)).not.toContain('');
      if (name === 'coding' || name === 'class') expect(object).toMatchObject({ system: expect.any(String) as string, code: expect.any(String) as string });
      if (object['coding'] !== undefined) expect(object['text']).toEqual(expect.any(String));
      if (object['reference'] !== undefined) expect(object['display']).toEqual(expect.any(String));
      if (name === 'identifier') expect(object).toMatchObject({ system: expect.any(String) as string, value: expect.any(String) as string });
    });
  });
});

it('dates the dossier from the run day', () => {
  expect(store.find('Condition/volledig-p3')?.resource['onsetDateTime']).toBe('2026-11-03');
  expect(store.find('Flag/volledig-al1')?.resource['period']).toEqual({ start: '2024-12-24' });
});
it('keeps a name that is not ASCII', () => {
  expect(JSON.stringify(store.find('Patient/zwaar-patient')?.resource['name'])).toMatch(/[^\x00-\x7f]/);
});
