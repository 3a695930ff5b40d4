import { describe, expect, it } from 'vitest';
import type { PurposeState, TestPurpose } from '../model/requirement.ts';
import { stateOf } from './state.ts';

const purposes = (...states: PurposeState[]): TestPurpose[] => states.map((state, index) => ({
  id: `X-01/${index}`, requirement: 'X-01', role: 'twiin-sender', kind: 'invariant', title: { nl: 'x', en: 'x' }, stimulus: { valid: true }, rule: 'x', minimumEvidence: 1, state,
}));

describe('stateOf', () => {
  it('is planned without purposes, also when other requirements have them', () => expect(stateOf('X-02', purposes('automated'))).toBe('planned'));
  it('is planned when one of its purposes is', () => expect(stateOf('X-01', purposes('automated', 'planned'))).toBe('planned'));
  it('is attested when all of them are', () => expect(stateOf('X-01', purposes('attested', 'attested'))).toBe('attested'));
  it('is automated otherwise', () => {
    expect(stateOf('X-01', purposes('automated'))).toBe('automated');
    expect(stateOf('X-01', purposes('automated', 'attested'))).toBe('automated');
  });
});
