import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadCatalogue } from '../load.ts';
import { compile, compiledFile, readYaml, yamlFolder } from './compile.ts';

const notes = new URL('../../../shared/spec/requirements/', import.meta.url);
const names = readdirSync(yamlFolder).filter((name) => name.endsWith('.yaml'));

describe('requirements.json', () => {
  it('is what the YAML files say (else run catalogue/tools/compile.ts)', () => {
    expect(readFileSync(compiledFile, 'utf8') === compile(readYaml())).toBe(true);
  });
  it('lost no field and no value of the YAML', () => {
    const plain = names.flatMap((name) => parse(readFileSync(new URL(name, yamlFolder), 'utf8')) as Record<string, unknown>[]);
    const again = loadCatalogue().requirements.map(({ clause, useCase, basisNote, review, ...same }) => ({
      ...same, use_case: useCase, ...(clause === null ? {} : { clause }), ...(basisNote === undefined ? {} : { basis_note: basisNote }), ...(review === undefined ? {} : { review }),
    }));
    expect(again).toEqual(plain);
  });
});

describe.runIf(existsSync(notes))('the requirement files (compared only where the notes stand beside the checkout)', () => {
  it('are those of the notes, byte for byte', () => {
    expect(readdirSync(notes).filter((name) => name.endsWith('.yaml')).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(new URL(name, yamlFolder)).equals(readFileSync(new URL(name, notes))), name).toBe(true);
  });
});
