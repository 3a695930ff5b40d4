import { mkdtemp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeReports } from './index.ts';
import { sampleResult } from './sample.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('writes three files for the owner only, in a new folder', async () => {
  const target = join(folder, 'a', 'b');
  const paths = await writeReports(sampleResult(), target, 'nl');
  expect((await readdir(target)).sort()).toEqual(['junit.xml', 'report.html', 'result.json']);
  for (const path of Object.values(paths)) expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(target)).mode & 0o777).toBe(0o700);
  expect(await readFile(paths.html, 'utf8')).toContain('Voorbeeld-XIS');
  expect(JSON.parse(await readFile(paths.json, 'utf8'))).toMatchObject({ schema: 'toetssteen-result-1' });
  expect(await readFile(paths.junit, 'utf8')).toContain('<testsuites');
});

test('an older report is replaced, and becomes private', async () => {
  await writeFile(join(folder, 'report.html'), 'old', { mode: 0o644 });
  const { html } = await writeReports(sampleResult(), folder, 'en');
  expect(await readFile(html, 'utf8')).toContain('not a certificate');
  expect((await stat(html)).mode & 0o777).toBe(0o600);
});

test('a failure leaves no half file and says what to do', async () => {
  await mkdir(join(folder, 'report.html', 'in-the-way'), { recursive: true });
  await expect(writeReports(sampleResult(), folder, 'nl')).rejects.toThrow(/could not be written in .*Choose a folder/);
  expect(await readdir(folder)).toEqual(['report.html']);
});

test('what a rule quoted too much is not written', async () => {
  const token = 'opaque.AT/7f3a9c52e1d84b60';
  const sample = sampleResult();
  const paths = await writeReports({ ...sample, findings: sample.findings.map((each) => ({ ...each, actual: `authorization: Bearer ${token}` })) }, folder, 'nl');
  for (const path of Object.values(paths)) expect(await readFile(path, 'utf8')).not.toContain(token);
});
