import { expect, test } from 'vitest';
import { searchUrl } from './links.ts';

test('parameters stand as they were spelled, or encoded', () => {
  expect(searchUrl({ base: 'https://x/fhir', type: 'Observation', operation: '$lastn' }, [{ name: 'code', value: 'a|b', spelled: 'code=a|b' }, { name: '_page', value: 'x&y' }])).toBe('https://x/fhir/Observation/$lastn?code=a|b&_page=x%26y');
  expect(searchUrl({ base: 'https://x/fhir', type: '' }, [])).toBe('https://x/fhir');
});
