import type { FhirVersion } from '../version.ts';
import type { SearchParameterFacts } from './search-parameter.ts';
import type { Structure } from './structure.ts';
import type { CodeSystemFacts, ValueSetFacts } from './terminology.ts';

/**
 * All definitions of one FHIR version that are loaded together: the compact core tables, with packages on top.
 * Canonicals may carry `|version`; without one the newest loaded version answers. A miss is `null`, never a throw.
 */
export interface Definitions {
  readonly fhir: FhirVersion;
  /** As loaded: a profile may have a differential only. Snapshots come from `fhir/snapshot`. */
  structure(canonical: string): Structure | null;
  /** The specification's own definition of a type, with snapshot: `type('Observation')`, `type('Quantity')`. */
  type(name: string): Structure | null;
  valueSet(canonical: string): ValueSetFacts | null;
  codeSystem(url: string): CodeSystemFacts | null;
  /** Search parameters that apply to a resource type, those of all resources included; a package's own win over core by `code`. */
  searchParameters(resourceType: string): readonly SearchParameterFacts[];
  /** Canonicals of all structures, for listings and tools. */
  canonicals(): readonly string[];
}
/** What is loaded, for `toetssteen packages`, reports and the pins in the configuration. */
export interface PackageId { readonly name: string; readonly version: string }
