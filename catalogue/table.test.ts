import { describe, expect, it } from 'vitest';
import { catalogueTable, wrap } from './table.ts';

const idsOf = (filter: Parameters<typeof catalogueTable>[0]) => catalogueTable(filter, []).rows.map((row) => row.id);

describe('catalogueTable', () => {
  it('shows everything about the system under test without a filter, within 100 columns', () => {
    const { rows, text } = catalogueTable({}, []);
    expect(rows).toHaveLength(804);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
  it('aligns the facts and puts the statement below', () => {
    const lines = catalogueTable({ role: 'zorgab-client', profile: 'twiin-np-stu3' }, []).text.split('\n');
    const column = lines[0]!.indexOf('severity');
    expect(lines[1]).toMatch(/^ZAB-001 +MUST +inferred +medium +warning +tls +- +planned$/);
    expect(lines[1]!.slice(column)).toMatch(/^warning/);
    expect(lines[2]).toMatch(/^ {4}The client authenticates/);
  });
  it('gives a claimable role what it implies', () => {
    expect(idsOf({ role: 'twiin-sender' })).toEqual(expect.arrayContaining(['TWIIN-NTF-01', 'BGZ-R-01', 'BGZ-A-06', 'TWIIN-N16-01']));
    expect(idsOf({ role: 'twiin-sender', profile: 'twiin-np-stu3' })).not.toContain('TWIIN-N16-01');
  });
  it('takes roles and profiles of the files that cannot be claimed yet', () => {
    expect(idsOf({ role: 'mitz-holder' })).toContain('MITZ-TRN-01');
    expect(idsOf({ profile: 'zorgab-strict' })).toContain('ZAB-006');
  });
  it('judges a draft as the profile under test', () => {
    expect(catalogueTable({ profile: 'twiin-notifications-r4' }, []).rows.find((row) => row.id === 'TWIIN-N16-01')?.severity).toBe('fail');
  });
  it('says which names exist when one is wrong', () => {
    expect(() => catalogueTable({ role: 'sender' }, [])).toThrow(/does not know the role 'sender'. Choose one of: .*twiin-sender/);
    expect(() => catalogueTable({ profile: 'constructor' }, [])).toThrow(/does not know the profile/);
  });
  it('says so when nothing fits both', () => expect(catalogueTable({ role: 'mitz-holder', profile: 'bgz-alpha' }, []).text).toBe('No requirement fits.\n'));
});

describe('wrap', () => {
  it('breaks at spaces and cuts words that are too long', () => expect(wrap('aa bb cccccccc d', 5)).toEqual(['aa bb', 'ccccc', 'ccc d']));
});
