import { expect, test } from 'vitest';
import { formRules, ucumRule } from './code-forms.ts';

const cases: Readonly<Record<string, Readonly<Record<'known' | 'possible' | 'impossible', readonly string[]>>>> = {
  'http://snomed.info/sct': { known: [], possible: ['73211009', '73211009 |Diabetes|', '404684003:363698007=39057004'], impossible: ['73211008', '123', 'diabetes', '073211009', '', '680946014'] },
  'http://loinc.org': { known: [], possible: ['8480-6', '85354-9', 'LA6576-8', 'LP12345-6', 'la6576-8'], impossible: ['8480-5', '8480', 'bloeddruk', ''] },
  'urn:ietf:bcp:13': {
    known: ['application/pdf', 'text/plain; charset=utf-8', 'application/fhir+json;fhirVersion=3.0', 'image/svg+xml', 'IMAGE/PNG', 'text/plain;a="b c"'],
    possible: ['xml', 'json', 'chemical/x-pdb'], impossible: ['pdf', '', 'application/', '/pdf', 'application /pdf', 'a/b/c', 'text/plain; charset', 'x'.repeat(501)],
  },
  'urn:ietf:bcp:47': {
    known: ['nl', 'nl-NL', 'en-us', 'fy', 'i-klingon'], possible: ['nl-NL-1994-x-twain', 'zh-cmn-Hans-CN', 'x-whatever', 'de-DE-u-co-phonebk', 'qqq-ZZ'], impossible: ['nederlands-taal', 'nl_NL', '', 'n', 'nl-', 'nl--NL', '-nl'],
  },
  'urn:iso:std:iso:4217': { known: ['EUR', 'USD'], possible: ['NLG', 'XQQ', '978'], impossible: ['eur', 'EURO', '€', ''] },
  'urn:iso:std:iso:3166': { known: [], possible: ['NL', 'NLD', '528', 'NL-GR'], impossible: ['nl', 'Nederland', 'N', ''] },
  'urn:iso:std:iso:3166:-2': { known: [], possible: ['NL-GR'], impossible: ['NL', 'nl-gr'] },
  'https://www.iana.org/time-zones': { known: ['Europe/Amsterdam'], possible: ['Europe/Nergens'], impossible: [] },
  'urn:ietf:rfc:3986': { known: ['urn:oid:1.2', 'https://example.org/a'], possible: ['relative'], impossible: ['http://a b'] },
};
test.each(Object.entries(cases))('%s', (system, groups) => {
  for (const [form, codes] of Object.entries(groups)) for (const code of codes) expect(formRules.get(system)!.form(code), JSON.stringify(code)).toBe(form);
});
test('a unit is known when it, or all its symbols, are attested', () => {
  const rule = ucumRule(() => new Set(['mg/dL', 'h', '{G}U']));
  expect([rule.form('mg/dL'), rule.form('mg/h'), rule.form('{x}'), rule.form('mg/g'), rule.form('MG'), rule.form('mg/'), rule.form('{G}U')]).toEqual(['known', 'known', 'known', 'possible', 'possible', 'impossible', 'known']);
});
