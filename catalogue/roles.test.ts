import { describe, expect, it } from 'vitest';
import { requirementsFor, rolesOf } from './roles.ts';

const claim = (roles: string[], profiles: string[], contentConfirmed = false) =>
  ({ ics: { roles, profiles }, ixit: { personas: [{ key: 'minimaal', contentConfirmed }] } });
const ids = (...given: Parameters<typeof claim>) => requirementsFor(claim(...given)).map((one) => one.requirement.id);
const prefixes = (all: string[], prefix: string) => all.filter((id) => id.startsWith(prefix));

describe('requirementsFor', () => {
  it('gives a sender what it serves in a pull: BGZ-R of the holder and BGZ-A of the provider, nothing else of them', () => {
    const sender = requirementsFor(claim(['twiin-sender'], ['twiin-np-stu3']));
    const all = sender.map((one) => one.requirement.id);
    expect(prefixes(all, 'BGZ-R-')).toHaveLength(23);
    expect(prefixes(all, 'BGZ-A-')).toHaveLength(13);
    expect([...prefixes(all, 'BGZ-Q-'), ...prefixes(all, 'BGZ-P-'), ...prefixes(all, 'BGZ-MD-')]).toEqual([]);
    expect(sender.find((one) => one.requirement.id === 'BGZ-R-01')?.roles).toEqual(['bgz-holder']);
    expect(sender.find((one) => one.requirement.id === 'TWIIN-PUL-15')?.roles).toEqual(['twiin-sender']);
  });
  it('gives a claimed holder all of its entries', () => expect(prefixes(ids(['bgz-holder'], ['twiin-np-stu3']), 'BGZ-Q-')).toHaveLength(31));
  it('counts contents only when they are confirmed', () => {
    expect(ids(['twiin-sender'], ['twiin-np-stu3'])).not.toContain('BGZ-R-18');
    expect(ids(['twiin-sender'], ['twiin-np-stu3'], true)).toContain('BGZ-R-18');
  });
  it('treats a claim without personas as not confirmed', () => {
    expect(requirementsFor({ ics: { roles: ['twiin-sender'], profiles: ['twiin-np-stu3'] } }).map((one) => one.requirement.id)).not.toContain('BGZ-R-18');
  });
  it('adds a profile only when it is claimed', () => {
    expect(ids(['twiin-sender'], ['twiin-np-stu3'])).not.toContain('BGZ-N-01');
    expect(ids(['twiin-sender'], ['twiin-np-stu3', 'bgz-alpha'])).toContain('BGZ-N-01');
    expect(ids(['twiin-sender'], ['twiin-notifications-r4'])).toContain('TWIIN-N16-01');
    expect(ids(['twiin-sender'], ['twiin-notifications-r4'])).not.toContain('TWIIN-NTF-01');
  });
  it('leaves out what is not for the system under test', () => {
    const all = requirementsFor(claim(['twiin-sender', 'twiin-receiver', 'zorgab-client'], ['twiin-np-stu3', 'bgz-alpha', 'twiin-notifications-r4'], true));
    expect(new Set(all.map((one) => one.requirement.subject))).toEqual(new Set(['sut']));
    expect(new Set(all.map((one) => one.requirement.id)).size).toBe(all.length);
  });
  it('selects nothing for a role or profile that nobody knows', () => {
    expect(ids(['constructor'], ['twiin-np-stu3'])).toEqual([]);
    expect(ids(['twiin-sender'], ['constructor', 'default'])).toEqual([]);
  });
});

describe('rolesOf', () => {
  it('names each claimed role that a shared entry binds', () => {
    expect(rolesOf(['twiin-sender', 'twiin-receiver'], { id: 'TWIIN-NET-01', roles: ['twiin-sender', 'twiin-receiver'] })).toEqual(['twiin-sender', 'twiin-receiver']);
    expect(rolesOf(['zorgab-client'], { id: 'TWIIN-NET-01', roles: ['twiin-sender'] })).toEqual([]);
  });
});
