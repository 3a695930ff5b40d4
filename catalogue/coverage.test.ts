import { describe, expect, it } from 'vitest';
import type { PurposeState, TestPurpose } from '../model/requirement.ts';
import { coverageOf } from './coverage.ts';
import { coverageJson, coverageMarkdown } from './coverage-text.ts';

const purpose = (requirement: string, role: string, state: PurposeState): TestPurpose => ({
  id: `${requirement}/${role}`, requirement, role, kind: 'invariant', title: { nl: 'x', en: 'x' }, stimulus: { valid: true }, rule: 'x', minimumEvidence: 1, state,
});
const row = (role: string, purposes: TestPurpose[], profile = 'twiin-np-stu3') => coverageOf(purposes).roles.find((one) => one.role === role && one.profile === profile)!;

describe('coverageOf', () => {
  it('splits the same total twice', () => {
    for (const { total, severity, state, requirements } of coverageOf([purpose('TWIIN-NET-01', 'twiin-sender', 'automated')]).roles) {
      expect(severity.fail + severity.warning + severity.remark).toBe(total);
      expect(state.automated + state.attested + state.planned).toBe(total);
      expect(requirements).toHaveLength(total);
    }
  });
  it('counts a purpose for its own role only', () => {
    const purposes = [purpose('TWIIN-NET-01', 'twiin-sender', 'automated')];
    expect(row('twiin-sender', purposes).state.automated).toBe(1);
    expect(row('twiin-receiver', purposes).state.automated).toBe(0);
  });
  it('counts a purpose of an implied role for the role that implies it', () => {
    expect(row('twiin-sender', [purpose('BGZ-R-01', 'bgz-holder', 'automated')]).state.automated).toBe(1);
  });
  it('counts attested apart from automated', () => {
    expect(row('zorgab-client', [purpose('ZAB-028', 'zorgab-client', 'attested')]).state).toMatchObject({ automated: 0, attested: 1 });
  });
  it('keeps simulators apart', () => {
    const coverage = coverageOf([purpose('ZAB-011', 'simulator', 'automated')]);
    expect(coverage.simulators.find((one) => one.file === 'zorg-ab.yaml')?.state.automated).toBe(1);
    expect(coverage.roles.every((one) => one.state.automated === 0)).toBe(true);
    expect(coverage.simulators.reduce((sum, one) => sum + one.total, 0)).toBe(125);
  });
  it('leaves no requirement of the catalogue out', () => {
    const all = coverageOf([]).files.flatMap((file) => Object.values(file.subjects));
    expect(all.reduce((sum, count) => sum + count, 0)).toBe(969);
  });
});

describe('the page', () => {
  it('says what is planned by name, also when nothing is built', () => {
    expect(coverageMarkdown([])).toMatch(/### zorgab-client, twiin-np-stu3\n\n- automated: none\n- attested: none\n- planned: ZAB-001, /);
  });
  it('has the numbers of the data', () => {
    const { total, safety } = coverageJson([]).roles[0]!;
    expect(coverageMarkdown([])).toContain(`| twiin-sender | twiin-np-stu3 | ${total} | ${safety} |`);
  });
});
