import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { list } from 'tar';
import { describe, expect, it } from 'vitest';
import table from './elements.json' with { type: 'json' };
import { makeTable } from './make-elements.ts';
import type { Definition } from './make-elements.ts';

/** The core package as data for tests; not part of the project. */
const archive = fileURLToPath(new URL('../../../shared/fhir/hl7.fhir.r3.core-3.0.1.tgz', import.meta.url));

describe.skipIf(!existsSync(archive))('elements.json (skipped where the core package is absent)', () => {
  it('is what the package says', async () => {
    const files = new Map<string, string>();
    await list({
      file: archive,
      onReadEntry(entry) {
        const chunks: Buffer[] = [];
        if (/StructureDefinition-[A-Za-z]+\.json$/.test(entry.path)) entry.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => files.set(basename(entry.path), Buffer.concat(chunks).toString('utf8')));
        else entry.resume();
      },
    });
    expect(makeTable((type) => JSON.parse(files.get(`StructureDefinition-${type}.json`)!) as Definition)).toEqual(table);
  });
});

it('reads order, lists, choices, attributes, parts and references to parts', () => {
  const element = (path: string, more: object = {}) => ({ path, max: '1', ...more });
  const type = (...codes: string[]) => ({ type: codes.map((code) => ({ code })) });
  const made = makeTable((name) => ({
    snapshot: { element: name !== 'Bundle' ? [element(name)] : [
      element('Bundle'), element('Bundle.id', { ...type('string'), representation: ['xmlAttr'] }), element('Bundle.link', { ...type('BackboneElement'), max: '*' }), element('Bundle.link.url', type('uri')),
      element('Bundle.entry', { contentReference: '#Bundle.link', max: '*' }), element('Bundle.value[x]', type('dateTime', 'Reference', 'Reference')),
    ] },
  }));
  expect(made['Bundle']).toBe('@id:string link*:Bundle.link entry*:Bundle.link valueDateTime:dateTime valueReference:Reference');
  expect(made['Bundle.link']).toBe('url:uri');
  expect(made).toHaveProperty('Reference', '');
});
