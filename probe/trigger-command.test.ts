import { expect, test } from 'vitest';
import type { TriggerRequest } from '../model/trigger.ts';
import { runCommand, variables } from './trigger-command.ts';

const request: TriggerRequest = { action: 'send', patientBsn: '999990019', actingUra: '90000011', otherUra: '90000022', availableForSeconds: 2 };
const script = (source: string, timeoutMs = 10_000) => runCommand([process.execPath, '-e', source], request, timeoutMs);

test('each part of the request is a variable; what is absent is none', () => {
  expect(variables({ ...request, notificationIdentifier: undefined } as unknown as TriggerRequest)).toEqual({
    TOETSSTEEN_ACTION: 'send', TOETSSTEEN_PATIENT_BSN: '999990019', TOETSSTEEN_ACTING_URA: '90000011', TOETSSTEEN_OTHER_URA: '90000022', TOETSSTEEN_AVAILABLE_FOR_SECONDS: '2',
  });
});
test('gives code and output; the environment of the tester stays', async () => {
  expect(await script('process.stdout.write(process.env.TOETSSTEEN_ACTION + (process.env.PATH ? " path" : "")); process.exit(7)')).toEqual({ code: 7, output: 'send path', problem: null });
});
test('a program that does not read its input, or says much on its error output, is no problem', async () => {
  expect(await script('process.stdin.destroy(); process.stderr.write("x".repeat(1e6), () => process.exit(0))')).toEqual({ code: 0, output: '', problem: null });
});
test('of its output a quarter of a megabyte is kept', async () => {
  const { output, code } = await script('process.stdout.write("x".repeat(1e6))');
  expect([output.length, code]).toEqual([262_144, 0]);
});
test('what cannot start, is ended, or does not end is said', async () => {
  expect(await runCommand([], request, 1000)).toEqual({ code: null, output: '', problem: 'the command is empty' });
  expect(await runCommand(['no-such-program-here'], request, 10_000)).toEqual({ code: null, output: '', problem: 'cannot be started: ENOENT' });
  expect((await script('process.kill(process.pid, "SIGTERM"); setInterval(() => {}, 1000)')).problem).toBe('ended by signal SIGTERM');
  expect((await script('setInterval(() => {}, 1000)', 50)).problem).toBe('not ended within 50 ms');
});
