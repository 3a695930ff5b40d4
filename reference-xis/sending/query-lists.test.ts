import { expect, it } from 'vitest';
import { unusable } from '../serving/matching.ts';
import { parseQuery } from '../serving/query.ts';
import { encoded, offeredQueries } from './query-lists.ts';

it.each(['bgz-1', 'bgz-2-alpha'] as const)('%s holds searches that this XIS itself can run, without a patient', (list) => {
  for (const { query } of offeredQueries(list)) {
    for (const spelling of [query, encoded(query)]) {
      const parsed = parseQuery(spelling);
      expect(parsed.ok, spelling).toBe(true);
      if (parsed.ok) expect(unusable(parsed.query), spelling).toBeUndefined();
    }
    expect(query).not.toMatch(/patient\.identifier|bsn/);
  }
});
it('has the number of searches of each edition', () => {
  expect(offeredQueries('bgz-1')).toHaveLength(29);
  expect(offeredQueries('bgz-2-alpha')).toHaveLength(26);
});
it('encodes the pipe and the colon of a scheme, and leaves slashes', () => {
  expect(encoded('Observation/$lastn?code=http://loinc.org|8302-2,http://loinc.org|8306-3')).toBe('Observation/$lastn?code=http%3A//loinc.org%7C8302-2,http%3A//loinc.org%7C8306-3');
});
