import { expect, test } from 'vitest';
import { personaByKey } from '../../fixtures/personas/index.ts';
import { testCases } from './index.ts';

test('every case has a name of its own, a patient that exists, and phases that can be told apart', () => {
  expect(new Set(testCases.map((one) => one.id)).size).toBe(testCases.length);
  for (const { id, persona, phases, title } of testCases) {
    expect(id).toMatch(/^T[A-Z]-\d\d$/);
    expect(personaByKey(persona), id).toBeDefined();
    expect(new Set(phases.map((phase) => phase.name)).size, id).toBe(phases.length);
    expect(title.nl !== '' && title.en !== '' && title.nl !== title.en, id).toBe(true);
  }
});
test('our own simulators are tried first, and what all conversations see last', () => {
  expect(testCases[0]!.role).toBe('simulator');
  const alone = testCases.map((one) => one.alone === true);
  expect(alone.slice(0, alone.indexOf(true)).every((one) => !one)).toBe(true);
  for (const one of testCases) expect(one.long === true && one.alone === true, one.id).toBe(false);
});
