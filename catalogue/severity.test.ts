import { describe, expect, it } from 'vitest';
import type { Basis, Confidence, Level, Severity } from '../model/requirement.ts';
import { loadCatalogue } from './load.ts';
import { milder, severityOf } from './severity.ts';

const levels: Level[] = ['MUST', 'SHOULD', 'MAY'];
const confidences: Confidence[] = ['high', 'medium', 'low'];

/** Written out by hand from "Reading a requirement"; MUST only, the levels below follow from it. */
const must: Record<Basis, [Severity, Severity, Severity]> = {
  published: ['fail', 'fail', 'warning'],
  reported: ['fail', 'warning', 'warning'],
  draft: ['warning', 'warning', 'warning'],
  inferred: ['warning', 'warning', 'warning'],
};
const draftUnderTest: [Severity, Severity, Severity] = ['fail', 'fail', 'warning'];

const expected = (level: Level, forMust: Severity): Severity => (level === 'MAY' ? 'remark' : level === 'SHOULD' ? 'warning' : forMust);

describe('severityOf, every combination', () => {
  for (const basis of Object.keys(must) as Basis[]) {
    for (const [index, confidence] of confidences.entries()) {
      for (const level of levels) {
        it(`${level} ${basis} ${confidence}`, () => {
          const standard = { level, basis, confidence, profile: 'default' };
          expect(severityOf(standard, ['twiin-np-stu3'])).toBe(expected(level, must[basis][index]!));
          const own = { level, basis, confidence, profile: 'bgz-alpha' };
          const tested = basis === 'draft' ? draftUnderTest : must[basis];
          expect(severityOf(own, ['twiin-np-stu3', 'bgz-alpha'])).toBe(expected(level, tested[index]!));
          expect(severityOf(own, ['twiin-np-stu3'])).toBe(expected(level, must[basis][index]!));
        });
      }
    }
  }
});

describe('severityOf, entries of the catalogue', () => {
  const of = (id: string, ...claimed: string[]) => severityOf(loadCatalogue().byId.get(id)!, claimed);

  it('lets a published MUST fail, an inferred MUST warn', () => {
    expect(of('TWIIN-NET-02', 'twiin-np-stu3')).toBe('fail');
    expect(of('ZAB-002', 'twiin-np-stu3')).toBe('warning');
  });
  it('judges the 2026 redesign hard only when it is claimed', () => {
    expect(of('TWIIN-N16-01', 'twiin-np-stu3')).toBe('warning');
    expect(of('TWIIN-N16-01', 'twiin-notifications-r4')).toBe('fail');
  });
  it('only warns for a draft in the default profile', () => expect(of('TWIIN-NTF-30', 'twiin-np-stu3')).toBe('warning'));
});

it('the milder of two, whichever comes first', () => {
  const all: Severity[] = ['remark', 'warning', 'fail'];
  expect(all.map((one) => all.map((other) => milder(one, other)))).toEqual([['remark', 'remark', 'remark'], ['remark', 'warning', 'warning'], ['remark', 'warning', 'fail']]);
});
