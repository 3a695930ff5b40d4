import { expect, test } from 'vitest';
import { catalogueCommand } from './commands/catalogue.ts';
import { ListenError } from '../mocks/hosts/listen-error.ts';
import { UserError, exitCodeFor } from './user-error.ts';

test('what the user can put right gives 2, the rest 3', () => {
  expect(exitCodeFor(new UserError('x'))).toBe(2);
  expect(exitCodeFor(new ListenError({ nl: 'Poort 8443 is in gebruik', en: 'Port 8443 is in use' }))).toBe(2);
  expect(exitCodeFor(new Error('boom'))).toBe(3);
  expect(exitCodeFor('boom')).toBe(3);
});
test('a role that does not exist is the user\'s, with and without coverage', () => {
  for (const coverage of [true, false]) {
    try { catalogueCommand({ role: 'nope', coverage, out: () => {} }); expect.unreachable(); } catch (error) {
      expect(exitCodeFor(error)).toBe(2);
      expect((error as Error).message).toMatch(/ de rol .* \/ .* the role /);
    }
  }
});
test('coverage of one role holds that role only, with both splits of the same total', () => {
  const lines: string[] = [];
  catalogueCommand({ role: 'twiin-receiver', coverage: true, json: true, out: (line) => lines.push(line) });
  const rows = JSON.parse(lines.join('\n')) as { role: string; total: number; severity: Record<string, number>; state: Record<string, number> }[];
  expect(rows.map((row) => row.role)).toContain('twiin-receiver');
  for (const row of rows) {
    expect(row.role).toBe('twiin-receiver');
    for (const split of [row.severity, row.state]) expect(Object.values(split).reduce((sum, one) => sum + one, 0)).toBe(row.total);
  }
  const text: string[] = [];
  catalogueCommand({ role: 'twiin-receiver', coverage: true, out: (line) => text.push(line) });
  expect(text.join('\n')).toContain('twiin-receiver');
  expect(text.join('\n')).not.toContain('zorgab-client');
});
