import { expect, test } from 'vitest';
import { childItems } from './child-items.ts';
import { Collector } from './collector.ts';
import { report } from './session.ts';
import type { Report, Session } from './session.ts';
import { baseValidator, patient, rootItem } from './testing.ts';
import { say } from './texts.ts';

const { environment } = baseValidator();
function told(more: Partial<Report>): object {
  const session: Session = { env: environment, collector: new Collector(), pending: [], xml: false, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() };
  const [name] = childItems(environment.base, rootItem(patient({ name: [{ family: 'x', _family: { id: 'a' } }] })), 'name');
  report(session, name!, { code: 'too-many', severity: 'error', actual: 'a', expected: say('x', 'x'), ...more });
  return session.collector.findings[0]!;
}

test('a finding at an item, at a member of it, or below it', () => {
  expect(told({})).toEqual({ code: 'too-many', severity: 'error', actual: 'a', expected: { nl: 'x', en: 'x' }, path: ['name', 0], expression: 'Patient.name[0]' });
  expect(told({ member: 'given' })).toMatchObject({ path: ['name', 0, 'given'], expression: 'Patient.name[0].given' });
  expect(told({ below: ['given', 1] })).toMatchObject({ path: ['name', 0, 'given', 1], expression: 'Patient.name[0].given[1]' });
});

test('who asks, by which slice and rule', () => {
  expect(told({ asker: { profile: 'p', element: 'e' }, invariant: 'a-1' })).toMatchObject({ profile: 'p', element: 'e', invariant: 'a-1' });
  expect(told({ asker: { profile: 'p', element: 'e' } })).not.toHaveProperty('slice');
  expect(told({ asker: { profile: 'p', element: 'e', slice: 's' } })).toMatchObject({ slice: 's' });
});
