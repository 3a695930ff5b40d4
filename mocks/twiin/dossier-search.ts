import type { Stu3Resource } from '../../fixtures/stu3/index.ts';
import type { FhirResource } from '../../fhir/json.ts';
import { createSearch } from '../../fhir/search/index.ts';
import type { Parameter, ReadSearch, SearchAnswer, SearchEngine, SearchParameterFacts } from '../../fhir/search/index.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';

/** STU3 has no category here; the zib package defines it (bgz-nen7540.md 5, note on query 17). */
const category: SearchParameterFacts = {
  url: 'http://nictiz.nl/fhir/SearchParameter/Medications-category', code: 'category', base: ['MedicationDispense', 'MedicationAdministration'], type: 'token',
  expression: 'MedicationDispense.category | MedicationAdministration.category',
};
const engines = new Map<number | undefined, SearchEngine>();
/**
 * Search on the dossier of one patient; made at the first search, because the tables take a moment to read. Included is only
 * what a match refers to (twiin.md 5.4) and its Provenance: other ways around would open more than was offered.
 */
function engineFor(pageSize: number | undefined): SearchEngine {
  let engine = engines.get(pageSize);
  if (engine === undefined) {
    engines.set(pageSize, engine = createSearch({
      definitions: coreDefinitions('stu3'), parameters: [category], unsupported: 'refuse',
      offers: (_type, code) => code !== '_has',
      includes: ({ reverse, again, source, parameter }) => !again && (!reverse || (source === 'Provenance' && parameter === 'target')),
      // Public scripts compare the total with the page (bgz-nen7540.md chapter 7).
      totalOnPages: false, ...(pageSize !== undefined && { pageSize }),
    }));
  }
  return engine;
}
export interface DossierSearch { readonly base: string; readonly now: number; readonly pageSize?: number; readonly prefer?: string }

/** A search over one patient's dossier; naming the patient changes nothing, naming another finds nothing. */
export function searchDossier(query: ReadSearch, dossier: readonly Stu3Resource[], { base, now, pageSize, prefer }: DossierSearch): SearchAnswer {
  return engineFor(pageSize).search({ ...query, parameters: query.parameters.map(padded), base, ...(prefer !== undefined && { prefer }) }, dossier as readonly FhirResource[], now);
}
/** A BSN is written with and without leading zeros; in dossiers it has nine digits. */
function padded(parameter: Parameter): Parameter {
  if (!/(^|\.)identifier$/.test(parameter.name)) return parameter;
  return { ...parameter, value: parameter.value.replace(/(NamingSystem\/bsn\|)(\d{7,8})(?=,|$)/g, (_all, system: string, digits: string) => system + digits.padStart(9, '0')) };
}
