import { expect, test } from 'vitest';
import { faultById, faultDefinitions } from './index.ts';

test('every fault says in both languages what it is, why it matters and what is expected', () => {
  for (const fault of faultDefinitions) {
    for (const text of [fault.title, fault.risk, fault.expected]) for (const words of [text.nl, text.en]) expect(words.length, fault.id).toBeGreaterThan(5);
    expect(fault.requirement, fault.id).toMatch(/^(TWIIN|BGZ|ZAB)-/);
    expect(faultById(fault.id)?.definition).toBe(fault);
  }
});
test('ids are unique, and both kinds have enough', () => {
  expect(new Set(faultDefinitions.map((fault) => fault.id)).size).toBe(faultDefinitions.length);
  expect(faultDefinitions.filter((fault) => fault.kind === 'transport').length).toBeGreaterThanOrEqual(6);
  expect(faultDefinitions.filter((fault) => fault.kind === 'domain').length).toBeGreaterThanOrEqual(14);
});
test('an unknown id is no fault', () => { expect(faultById('nothing')).toBeUndefined(); });
