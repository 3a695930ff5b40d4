/** Bounds of what a reader takes in: hostile input is normal input. */
export interface Limits {
  /** Largest message, in bytes (of text: UTF-16 units). */
  readonly size: number;
  /** Deepest nesting of XML elements, or of JSON objects and arrays together. */
  readonly depth: number;
  /** Findings kept of one message; what comes after is not told. */
  readonly findings: number;
}

/** Real Bundles stay far below: 500 entries take some 2 MB; nesting beyond 60 has not been seen. */
export const defaultLimits: Limits = { size: 64 * 1024 * 1024, depth: 200, findings: 500 };
