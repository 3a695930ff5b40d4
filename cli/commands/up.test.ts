import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { up } from './up.ts';

const given = (more: object) => up({ lang: 'nl', json: true, port: 0, runs: join(temporaryFolder(), 'runs'), out: () => {}, stop: Promise.resolve(), ...more });

test('what cannot be used is the user\'s to put right, and said with what to give', async () => {
  await expect(given({ advertise: 'gek' })).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining('zoals https://testhuis.example:8443') });
  await expect(given({ advertise: 'https://x.example/path' })).rejects.toMatchObject({ name: 'UserError' });
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  await expect(given({ runs: file })).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining(file) });
  await expect(given({ clients: file })).rejects.toMatchObject({ name: 'UserError', message: expect.stringContaining('JWKS') });
});
test('a fault that does not exist is told with those that do', async () => {
  const said: string[] = [];
  expect(await given({ fault: ['nonsense'], out: (line: string) => said.push(line) })).toBe(2);
  expect(said[0]).toMatch(/nonsense bestaat niet\. Bekend: .+,/);
});
test('the simulators come up, say where, and go down; a later up goes on with them', async () => {
  const runs = join(temporaryFolder(), 'runs');
  const said: string[] = [];
  expect(await given({ runs, out: (line: string) => said.push(line) })).toBe(0);
  expect(JSON.parse(said[0]!)).toMatchObject({ ready: true, nodes: expect.arrayContaining([expect.objectContaining({ tokenEndpoint: expect.stringMatching(/^https:/) })]) });
  expect(await given({ runs, continue: true, out: (line: string) => said.push(line) })).toBe(0);
  expect(JSON.parse(said[1]!).journal).toBe(JSON.parse(said[0]!).journal);
});
test('there must be something to go on with', async () => {
  const said: string[] = [];
  expect(await given({ continue: true, out: (line: string) => said.push(line) })).toBe(2);
  expect(said[0]).toContain('geen eerdere up');
});
