/** Bounds on what one search may ask; beyond them it is refused with 400 and `too-costly`. */
export interface Limits {
  readonly parameters: number;
  /** Alternatives after commas in one parameter. */
  readonly values: number;
  /** Characters in a name and its value together. */
  readonly length: number;
  /** Steps in one chain, `_has` included. */
  readonly chain: number;
  /** Resources that `_include` and `_revinclude` may add to one answer. */
  readonly includes: number;
}
export const defaultLimits: Limits = { parameters: 100, values: 200, length: 8_000, chain: 4, includes: 5_000 };
