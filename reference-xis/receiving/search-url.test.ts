import { describe, expect, it } from 'vitest';
import { behaviourOf } from '../behaviour.ts';
import { searchUrl } from './search-url.ts';

const base = 'https://west.example/fhir';
const url = (offered: string, variants: readonly string[] = [], defects: readonly string[] = []) => searchUrl(offered, base, behaviourOf(variants, defects));

describe('searchUrl', () => {
  it.each([
    ['Condition', 'Condition'], ['Consent?category=http%3A//snomed.info/sct%7C1', 'Consent?category=http%3A//snomed.info/sct%7C1'],
    ['Observation/$lastn?code=http://loinc.org|85354-9', 'Observation/$lastn?code=http://loinc.org%7C85354-9'], [`${base}/Flag?_count=2`, 'Flag?_count=2'],
  ])('appends %s', (offered, path) => { expect(url(offered)).toBe(`${base}/${path}`); });
  it.each(['https://elders.example/fhir/Condition', '../Condition', 'Patient/1', 'condition', 'Condition?a=b c', '/Condition', `${base}x/Condition`])('does not follow %s', (offered) => {
    expect(url(offered)).toBeUndefined();
  });
  it('spells systems as a variant asks', () => {
    const offered = 'Consent?category=http%3A//snomed.info/sct%7C1,http://snomed.info/sct|2';
    expect(url(offered, ['pull-fully-encoded'])).toBe(`${base}/Consent?category=http%3A%2F%2Fsnomed.info%2Fsct%7C1,http%3A%2F%2Fsnomed.info%2Fsct%7C2`);
    expect(url(offered, ['pull-slash-raw'])).toBe(`${base}/Consent?category=http%3A//snomed.info/sct%7C1,http%3A//snomed.info/sct%7C2`);
    expect(url(offered, ['pull-raw-pipe'])).toBe(`${base}/Consent?category=http://snomed.info/sct|1,http://snomed.info/sct|2`);
    expect(url(offered, [], ['query-encoded-twice'])).toContain('%253A');
  });
});
