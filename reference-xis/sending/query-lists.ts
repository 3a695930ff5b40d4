import type { XisConfig } from '../config.ts';

/** One block of the BgZ: what it is called in the notification, and the search that gives it. */
export interface OfferedQuery { readonly system: string; readonly code: string; readonly query: string }

const sct = 'http://snomed.info/sct';
const lnc = 'http://loinc.org';
const snomed = (code: string, query: string): OfferedQuery => ({ system: sct, code, query });
const loinc = (code: string, query: string): OfferedQuery => ({ system: lnc, code, query });
const medicationUse = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3';

const shared: readonly OfferedQuery[] = [
  loinc('79191-3', 'Patient?_include=Patient:general-practitioner'),
  snomed('11291000146105', `Consent?category=${sct}|11291000146105`),
  snomed('11341000146107', `Consent?category=${sct}|11341000146107`),
  loinc('11450-4', 'Condition'),
  snomed('228366006', `Observation?code=${sct}|228366006`),
  snomed('228273003', `Observation?code=${sct}|228273003`),
  snomed('365980008', `Observation?code=${sct}|365980008`),
  snomed('11816003', 'NutritionOrder'),
  loinc('75310-3', 'Flag'),
  loinc('48765-2', 'AllergyIntolerance'),
  snomed('422979000', `MedicationStatement?category=${medicationUse}|6&_include=MedicationStatement:medication`),
  snomed('16076005', `MedicationRequest?category=${sct}|16076005&_include=MedicationRequest:medication`),
  snomed('422037009', `MedicationDispense?category=${sct}|422037009&_include=MedicationDispense:medication`),
  loinc('46264-8', 'DeviceUseStatement?_include=DeviceUseStatement:device'),
  loinc('11369-6', 'Immunization?status=completed'),
  loinc('85354-9', `Observation/$lastn?code=${lnc}|85354-9`),
  loinc('29463-7', `Observation/$lastn?code=${lnc}|29463-7`),
  loinc('8302-2', `Observation/$lastn?code=${lnc}|8302-2,${lnc}|8306-3,${lnc}|8308-9`),
  snomed('15220000', `Observation/$lastn?category=${sct}|275711006&_include=Observation:related-target&_include=Observation:specimen`),
];
const payers = 'Coverage?_include=Coverage:payor:Patient&_include=Coverage:payor:Organization';
const functional = `category=${sct}|118228005,${sct}|384821006`;
const actCode = 'http://hl7.org/fhir/v3/ActCode';

/** BgZ 1.x as Twiin carries it (twiin.md 7), and the draft profile of BgZ 2.0 (bgz-nen7540.md 12). Raw spelling. */
const lists: Readonly<Record<XisConfig['queryList'], readonly OfferedQuery[]>> = {
  'bgz-1': [
    ...shared,
    loinc('48768-6', payers),
    loinc('47420-5', `Observation/$lastn?${functional}`),
    snomed('365508006', `Observation/$lastn?code=${sct}|365508006`),
    loinc('47519-4', `Procedure?category=${sct}|387713003`),
    loinc('46240-8', `Encounter?class=${actCode}|IMP,${actCode}|ACUTE,${actCode}|NONAC`),
    loinc('18776-5', 'ProcedureRequest?status=active'),
    loinc('18776-5', 'ImmunizationRecommendation'),
    loinc('18776-5', 'DeviceRequest?status=active&_include=DeviceRequest:device'),
    loinc('18776-5', 'Appointment?status=booked,pending,proposed'),
    loinc('77599-9', 'DocumentReference?status=current'),
  ],
  'bgz-2-alpha': [
    ...shared,
    loinc('48768-6', `${payers}&_include=Coverage:payor:RelatedPerson`),
    loinc('47420-5', `Observation?${functional}`),
    snomed('365508006', `Observation?code=${sct}|365508006`),
    loinc('47519-4', `Procedure?category=${sct}|387713003,${sct}|258174001`),
    loinc('46240-8', 'Encounter'),
    // The draft profile has only a placeholder code for care teams; the LOINC of the section is used instead.
    loinc('85847-2', 'CareTeam?status=active&_include=CareTeam:participant'),
    loinc('67723-7', 'Provenance'),
  ],
};

export const offeredQueries = (list: XisConfig['queryList']): readonly OfferedQuery[] => lists[list];

/** The search with the reserved characters of its values percent-encoded; slashes and colons may stay (twiin.md 5.2). */
export function encoded(query: string): string {
  return query.replaceAll('|', '%7C').replaceAll(/(?<==.*)(https?):\/\//g, '$1%3A//');
}
