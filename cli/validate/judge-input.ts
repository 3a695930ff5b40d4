import type { FhirFinding } from '../../fhir/finding.ts';
import type { FhirEngines } from '../../fhir/engine.ts';
import { judgeDocument, type JudgedDocument } from '../../fhir/judge-document.ts';
import { checkWithServer } from '../../fhir/terminology/check-with-server.ts';
import { settleFindings } from '../../fhir/terminology/settle-findings.ts';
import { createTerminologyServer, type TerminologyServer } from '../../fhir/terminology/terminology-server.ts';
import { fhirVersions, type FhirVersion } from '../../fhir/version.ts';
import type { Input } from './inputs.ts';

export interface Judging {
  readonly engines: FhirEngines;
  readonly fhir?: FhirVersion;
  readonly profiles: readonly string[];
  /** By FHIR version; absent: codes that cannot be checked here stay not checked. */
  readonly servers?: Readonly<Record<FhirVersion, TerminologyServer>>;
}
/** One file as it was judged. */
export interface JudgedInput extends JudgedDocument { readonly name: string }

export async function judgeInput(input: Input, { engines, fhir, profiles, servers }: Judging): Promise<JudgedInput> {
  const judged = judgeDocument(engines, input.bytes, { fhir, profiles, contentType: input.contentType });
  if (servers === undefined || judged.pending.length === 0) return { name: input.name, ...judged };
  const checked = await checkWithServer(judged.pending, servers[judged.detected.fhir]);
  return { name: input.name, ...judged, findings: settleFindings(judged.findings, checked) };
}
/** @throws {TypeError} when the address is no http(s) address */
export function terminologyServers(address: string, engines: FhirEngines): Readonly<Record<FhirVersion, TerminologyServer>> {
  return Object.fromEntries(fhirVersions.map((fhir) => [fhir, createTerminologyServer({ address, fhir, definitions: engines[fhir].definitions })])) as Record<FhirVersion, TerminologyServer>;
}

/** How many findings weigh how much; `lacking`: canonicals of profiles that no loaded package holds. */
export interface Tally { errors: number; warnings: number; notChecked: number; remarks: number; readonly lacking: Set<string> }
export const emptyTally = (): Tally => ({ errors: 0, warnings: 0, notChecked: 0, remarks: 0, lacking: new Set() });
export function addTo(tally: Tally, findings: readonly FhirFinding[]): void {
  for (const { severity, code, actual } of findings) {
    if (severity === 'error') tally.errors += 1;
    else if (severity === 'warning') tally.warnings += 1;
    else if (severity === 'not-checked') tally.notChecked += 1;
    else tally.remarks += 1;
    if (code === 'profile-unknown') tally.lacking.add(actual);
  }
}
