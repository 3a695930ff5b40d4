import { describe, expect, it } from 'vitest';
import { isWithin, parseQuery, writeQuery } from './query.ts';
import type { Query } from './query.ts';

const query = (text: string): Query => {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.query;
};

describe('parseQuery', () => {
  it.each(['Observation/$lastn?code=http%3A%2F%2Floinc.org%7C85354-9', 'Observation/$lastn?code=http%3A//loinc.org%7C85354-9', 'Observation/$lastn?code=http://loinc.org|85354-9', 'Observation/%24lastn?code=http://loinc.org|85354-9'])('reads %s', (text) => {
    expect(query(text)).toEqual({ type: 'Observation', lastn: true, parameters: [{ name: 'code', value: 'http://loinc.org|85354-9' }] });
  });
  it.each(['', 'condition', 'Condition/$lastn', 'Condition?code=%ZZ', 'Condition?=x', 'Condition?code=', '../Condition', 'Condition?code=%FF'])('refuses "%s"', (text) => {
    expect(parseQuery(text).ok).toBe(false);
  });
  it('writes what it read, with reserved characters encoded', () => {
    expect(writeQuery(query('Consent?category=http://snomed.info/sct|1'))).toBe('Consent?category=http%3A%2F%2Fsnomed.info%2Fsct%7C1');
  });
});

describe('isWithin', () => {
  const offered = query('Encounter?class=a|IMP,a|ACUTE&_include=Encounter:service-provider');
  it.each(['Encounter?class=a|IMP,a|ACUTE', 'Encounter?class=a|IMP', 'Encounter?class=a|IMP&_revinclude=Provenance:target&_count=2', 'Encounter?class=a|IMP&patient.identifier=x|1', 'Encounter?class=a|IMP&status=finished'])('takes %s', (text) => {
    expect(isWithin(query(text), offered)).toBe(true);
  });
  it.each(['Encounter', 'Encounter?class=a|AMB', 'Encounter?class=a|IMP,a|AMB', 'Condition?class=a|IMP'])('refuses %s', (text) => {
    expect(isWithin(query(text), offered)).toBe(false);
  });
  it('keeps $lastn and search apart', () => {
    expect(isWithin(query('Observation?code=x|1'), query('Observation/$lastn?code=x|1'))).toBe(false);
  });
});
