import { expect, test } from 'vitest';
import { organisations } from '../../fixtures/organisations.ts';
import { directoryEntries, payloads } from './entries.ts';

const now = Date.UTC(2026, 2, 2);
const entries = directoryEntries(organisations, (ura) => `https://x.test/t1/twiin/${ura}`, now);
const usable = (one: any): boolean => one.resourceType === 'Endpoint' && one.status === 'active' && one.connectionType.code === 'hl7-fhir-rest' && !/fhirVersion=4/.test(one.payloadMimeType[0])
  && !(one.period?.end < new Date(now).toISOString()) && !(one.period?.start > new Date(now).toISOString());

test('the addressee has exactly one usable address to notify, and it is its own', () => {
  const found = entries.filter((one) => usable(one) && one.managingOrganization.reference === 'Organization/100234' && one.payloadType[0].coding[0].code === payloads.notification);
  expect(found.map((one) => one.address)).toEqual(['https://x.test/t1/twiin/90000022/fhir']);
});
test('every other address of the addressee leads to a node that records it', () => {
  const decoys = entries.filter((one) => one.resourceType === 'Endpoint' && one.managingOrganization.reference === 'Organization/100234' && /^\d{3}-/.test(one.id));
  expect(decoys.length).toBeGreaterThanOrEqual(7);
  for (const one of decoys) {
    // Two nodes, so that the address tells which mistake led there: out of use, or wrong for another reason.
    expect(one.address).toBe(`https://x.test/t1/twiin/${one.status === 'active' ? '90000088' : '90000066'}/fhir`);
    expect(usable(one) && one.payloadType[0].coding[0].code === payloads.notification, one.id).toBe(false);
  }
});
test('one URA stands for two organisations, of which one is active; one name for two URAs', () => {
  const organizations = entries.filter((one) => one.resourceType === 'Organization');
  const ura = (one: any): string => one.identifier.find((identifier: any) => identifier.system.endsWith('/ura')).value;
  expect(organizations.filter((one) => ura(one) === '90000022').map((one) => one.active)).toEqual([false, true]);
  expect(organizations.filter((one) => one.name === 'Testziekenhuis Zuid').map(ura).sort()).toEqual(['90000022', '90000088']);
});
test('decoys stand first, ids are unique and partOf is relative and present', () => {
  const ids = entries.map((one) => one.id);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of entries) if (one.partOf !== undefined) expect(entries.map((other) => `Organization/${other.id}`)).toContain(one.partOf.reference);
});
