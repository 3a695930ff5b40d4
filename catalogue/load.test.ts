import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { catalogueOf, loadCatalogue, readCompiled } from './load.ts';

const folder = mkdtempSync(join(tmpdir(), 'toetssteen-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string) => {
  const path = join(folder, 'data.json');
  writeFileSync(path, text);
  return [pathToFileURL(path)];
};

describe('loadCatalogue', () => {
  it('reads all files once', () => {
    expect(loadCatalogue()).toBe(loadCatalogue());
    expect(loadCatalogue().files.map((one) => [one.name, one.requirements.length])).toEqual([
      ['acute-nen7546.yaml', 77], ['bgz-nen7540.yaml', 152], ['eoverdracht-beeld.yaml', 41], ['generic-functions.yaml', 75], ['lsp-aorta.yaml', 152],
      ['medication-nen7503.yaml', 128], ['mitz.yaml', 120], ['twiin.yaml', 150], ['zorg-ab.yaml', 74],
    ]);
  });
  it('has every id once, and no clause numbers', () => {
    const { requirements, byId } = loadCatalogue();
    expect(byId.size).toBe(969);
    expect(requirements.filter((requirement) => requirement.clause !== null)).toEqual([]);
    expect(requirements.filter((requirement) => requirement.subject === 'sut')).toHaveLength(804);
  });
});

describe('a damaged installation', () => {
  it('is explained, not shown as a stack of parser errors', () => {
    expect(() => readCompiled([pathToFileURL(join(folder, 'absent.json'))])).toThrow(/the file is absent.*compile\.ts/);
    expect(() => readCompiled(file('{'))).toThrow(/not JSON/);
    expect(() => readCompiled(file('{"files":[1]}'))).toThrow(/not a list of requirement files/);
  });
  it('is refused when an id stands in it twice', () => {
    const [first] = loadCatalogue().files;
    expect(() => catalogueOf([first!, first!])).toThrow(/twice/);
  });
});
