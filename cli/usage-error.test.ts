import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { usageExitCode, usageText } from './usage-error.ts';

const said = (...args: string[]) => spawnSync(process.execPath, [new URL('./main.js', import.meta.url).pathname, ...args], { encoding: 'utf8' });

test('a wrong command line ends with 2, as 1 means that the product failed, and says so in both languages', () => {
  for (const [args, words] of [
    [['run', '--nonsense'], "de optie --nonsense bestaat niet / unknown option '--nonsense'"], [['rnu'], 'de opdracht rnu bestaat niet / unknown command'],
    [['pki'], 'er ontbreekt een gegeven: folder / missing required argument'], [['demo', '--lang', 'fr'], '--lang <lang> is "fr"; kies uit nl, en / option'],
    [['demo', '--defect'], 'bij --defect <id...> hoort een waarde / option'], [['doctor', 'x'], 'te veel gegevens: 1 in plaats van 0 / too many'],
    [['faults', 'arm'], 'er ontbreekt een gegeven: id / missing required argument'],
  ] as const) {
    const { status, stderr } = said(...args);
    expect({ args, status, stderr }).toEqual({ args, status: 2, stderr: expect.stringContaining(words) });
  }
}, 60_000);
test('help and version are no error', () => {
  expect(said('--version').status).toBe(0);
  expect(said('run', '--help').status).toBe(0);
  expect([usageExitCode({ exitCode: 0 }), usageExitCode({ exitCode: 1 })]).toEqual([0, 2]);
});
test('a suggestion stays, and what is not known stays as it is', () => {
  expect(usageText("error: unknown command 'rnu'\n(Did you mean run?)\n")).toBe("de opdracht rnu bestaat niet / unknown command 'rnu'\n(Did you mean run?)\n");
  expect(usageText('error: something new\n')).toBe('something new\n');
});
