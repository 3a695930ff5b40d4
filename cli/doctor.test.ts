import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctorCommand } from './commands/doctor.ts';

test('a wrong file is told to machines as checks too, with place, path and both languages', async () => {
  const config = join(mkdtempSync(join(tmpdir(), 'toetssteen-doctor-')), 'toetssteen.yaml');
  writeFileSync(config, 'claim: { colour: red }\nixit: {}\n');
  const lines: string[] = [];
  expect(await doctorCommand({ lang: 'nl', config, json: true, out: (line) => lines.push(line) })).toBe(2);
  const checks = JSON.parse(lines.join('\n')) as { id: string; ok: boolean; title: { en: string }; detail: { nl: string; en: string } }[];
  expect(checks.every((check) => check.ok === false)).toBe(true);
  expect(checks.find((check) => check.id === 'configuration:claim.colour')).toMatchObject({ title: { en: `${config}:1:10 claim.colour` }, detail: { nl: expect.stringContaining('hier geen naam'), en: expect.stringContaining('no name here') } });
});
test('a file that is not there, too', async () => {
  const lines: string[] = [];
  expect(await doctorCommand({ lang: 'en', config: join(tmpdir(), 'toetssteen-none', 'x.yaml'), json: true, out: (line) => lines.push(line) })).toBe(2);
  expect(JSON.parse(lines.join('\n'))).toMatchObject([{ id: 'configuration:file', ok: false, detail: { en: expect.stringContaining('toetssteen init') } }]);
});
