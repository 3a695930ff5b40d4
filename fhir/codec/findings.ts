import type { Text } from '../../model/text.ts';
import type { Definitions } from '../definitions/definitions.ts';
import type { FhirFinding, FindingSeverity } from '../finding.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { JsonPath } from '../json.ts';
import type { Position } from '../position.ts';
import { expressionOf } from './expression.ts';

/** What a reader saw, before the place in FHIRPath is known. */
export interface Seen {
  readonly code: FindingCode;
  readonly severity?: FindingSeverity;
  readonly path: JsonPath;
  readonly actual: string;
  readonly expected: Text;
  /** Offset in the text; absent when the bytes could not be read as text. */
  readonly offset?: number;
}
export type Report = (seen: Seen) => void;

/** Keeps what readers report, up to a bound: a message with a million faults is not told a million times. */
export class SeenList {
  readonly all: Seen[] = [];
  readonly #most: number;
  constructor(most: number) { this.#most = most; }
  readonly report: Report = (seen) => { if (this.all.length < this.#most) this.all.push(seen); };

  finish(definitions: Definitions, resource: unknown, at: (offset: number) => Position): FhirFinding[] {
    return this.all.map(({ code, severity, path, actual, expected, offset }) => ({
      code, severity: severity ?? 'error', path, expression: expressionOf(definitions, resource, path), actual: shorten(actual), expected,
      ...(offset !== undefined && { position: at(offset) }),
    }));
  }
}

/** At most 80 characters, on one line. */
export function shorten(text: string): string {
  const line = text.slice(0, 200).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
