import { parse } from './codec/parse.ts';
import type { Format } from './codec/format.ts';
import { detectVersion, type Detected } from './detect-version.ts';
import { lookDutch } from './dutch/check.ts';
import type { FhirEngines } from './engine.ts';
import type { FhirFinding } from './finding.ts';
import type { FhirResource } from './json.ts';
import type { PendingCode } from './validate/pending.ts';
import type { FhirVersion } from './version.ts';

export interface DocumentOptions {
  /** Absent: looked for in the text (`detect-version.ts`). */
  readonly fhir?: FhirVersion;
  /** Absent: told by the first character. */
  readonly format?: Format;
  readonly contentType?: string;
  /** Canonicals to judge by, beside the profiles that the resource states. */
  readonly profiles?: readonly string[];
  /** It answers a request: the Dutch checks then ask an id and a stated profile too. */
  readonly served?: boolean;
}
export interface JudgedDocument {
  readonly detected: Detected | { readonly fhir: FhirVersion; readonly by: 'asked' };
  readonly format: Format;
  /** In FHIR JSON shape; null when the text holds no resource that can be judged. */
  readonly resource: FhirResource | null;
  /** Of the text, of validation and of the Dutch checks, each with its place in the text where it has one. */
  readonly findings: readonly FhirFinding[];
  /** Codes that a terminology server could settle (`terminology/check-with-server.ts`). */
  readonly pending: readonly PendingCode[];
}

/**
 * Judges one text that should be a FHIR resource: its syntax, FHIR itself, the stated and the asked profiles, and the Dutch checks. Never throws.
 * @param input bytes as they came (the encoding is then judged too), or text
 */
export function judgeDocument(engines: FhirEngines, input: Uint8Array | string, options: DocumentOptions = {}): JudgedDocument {
  const detected = options.fhir === undefined
    ? detectVersion(typeof input === 'string' ? input : new TextDecoder().decode(input), { stu3: engines.stu3.definitions, r4: engines.r4.definitions }, options.contentType)
    : { fhir: options.fhir, by: 'asked' as const };
  const { definitions, validator } = engines[detected.fhir];
  const document = parse(input, { definitions, format: options.format });
  const { resource, format } = document;
  if (resource === null) return { detected, format, resource, findings: document.findings, pending: [] };
  const { findings, pending } = validator.inspect(resource, { document, profiles: options.profiles });
  const dutch = lookDutch(resource, definitions, { served: options.served ?? false }).findings.map((finding) => {
    const position = document.positionOf(finding.path);
    return position === null ? finding : { ...finding, position };
  });
  return { detected, format, resource, findings: [...document.findings, ...findings, ...dutch], pending };
}
