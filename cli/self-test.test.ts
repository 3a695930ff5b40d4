import { expect, test } from 'vitest';
import { selfTestCommand } from './commands/self-test.ts';
import { UserError } from './user-error.ts';

test.each([
  ['an id that does not exist', { runs: 0, ids: ['token-not-checkd'] }, /no defect and no variant of this name/],
  ['one of two', { runs: 0, ids: ['', 'nope'] }, /--only/],
  ['no number of runs', { runs: Number('x') }, /a whole number from 0/],
])('%s is told before anything runs: a self-test of nothing would look like a proof', async (_name, given, words) => {
  const lines: string[] = [];
  const error = await selfTestCommand({ ...given, out: (line) => lines.push(line) }).then(() => null, (one: unknown) => one);
  expect(error).toBeInstanceOf(UserError);
  expect((error as Error).message).toMatch(words);
  expect(lines).toEqual([]);
});
