import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { featureFiles } from './scenarios.ts';

const root = resolve(import.meta.dirname, '../..');
test('every feature is run, once, and what all conversations see is changed last', () => {
  const files = featureFiles();
  for (const file of files) expect(existsSync(join(root, file)), file).toBe(true);
  const found = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.feature')).map((name) => join('features', name));
  expect([...files].sort()).toEqual(found.sort());
  expect([files[0], files.at(-1)].map((file) => file!.split('/').at(-1))).toEqual(['simulatoren.feature', 'adresboek.feature']);
});
