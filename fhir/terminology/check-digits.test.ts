import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, loadDefinitions, readPackageSource } from '../packages/index.ts';
import { passesLuhn, passesVerhoeff } from './check-digits.ts';
import { formRules } from './code-forms.ts';

test('SNOMED CT identifiers end in a Verhoeff digit', () => {
  for (const id of ['73211009', '138875005', '404684003', '11000146104', '900000000000207008']) expect(passesVerhoeff(id), id).toBe(true);
  for (const id of ['73211008', '37211009', '11000146014']) expect(passesVerhoeff(id), id).toBe(false);
});
test('LOINC codes end in a Luhn digit', () => {
  for (const code of ['84806', '853549', '294637', '83022']) expect(passesLuhn(code), code).toBe(true);
  for (const code of ['84805', '853594', '83020']) expect(passesLuhn(code), code).toBe(false);
});

const shared = join(import.meta.dirname, '../../../shared/fhir');
test.skipIf(!existsSync(shared))('no SNOMED CT or LOINC code that Nictiz lists is called impossible (skipped without ../shared/fhir: published packages as test data)', () => {
  let seen = 0;
  const wrong = new Set<string>();
  for (const name of ['nictiz.fhir.nl.stu3.zib2017-2.2.18', 'nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1', 'nictiz.fhir.nl.r4.medicationprocess9-2.0.0-rc.7']) {
    const one = compile(readPackageSource(join(shared, `${name}.xml.tgz`)));
    const definitions = loadDefinitions(one.fhir, [one]);
    for (const row of one.table.rows) {
      if (row.kind !== 'value-set') continue;
      for (const part of definitions.valueSet(row.url)!.include) {
        if (part.system !== 'http://snomed.info/sct' && part.system !== 'http://loinc.org') continue;
        for (const { code } of part.concepts ?? []) {
          seen += 1;
          if (formRules.get(part.system)!.form(code) === 'impossible') wrong.add(code);
        }
      }
    }
  }
  expect(seen).toBeGreaterThan(1000);
  // A placeholder that was left in.
  expect([...wrong]).toEqual(['tbd']);
});
