/**
 * A register of identifiers: its preferred URI and the OID of the same register, both from the NamingSystem resources of
 * nictiz.fhir.nl.stu3.zib2017 2.2.18 and nictiz.fhir.nl.r4.zib2020 0.12.1-beta.1, which mark the OID `preferred = false`: legal, not asked for.
 */
export interface NamingSystem { readonly uri: string; readonly oid: string }

export const bsn: NamingSystem = { uri: 'http://fhir.nl/fhir/NamingSystem/bsn', oid: 'urn:oid:2.16.840.1.113883.2.4.6.3' };
export const ura: NamingSystem = { uri: 'http://fhir.nl/fhir/NamingSystem/ura', oid: 'urn:oid:2.16.528.1.1007.3.3' };
export const agb: NamingSystem = { uri: 'http://fhir.nl/fhir/NamingSystem/agb-z', oid: 'urn:oid:2.16.840.1.113883.2.4.6.1' };
export const uziPerson: NamingSystem = { uri: 'http://fhir.nl/fhir/NamingSystem/uzi-nr-pers', oid: 'urn:oid:2.16.528.1.1007.3.1' };

export const isOf = (naming: NamingSystem, system: unknown): boolean => system === naming.uri || system === naming.oid;
