/** A decimal without rounding: `unscaled` times ten to the power of `-scale`. */
export interface Decimal { readonly unscaled: bigint; readonly scale: number }

const form = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Null when the text is no decimal, or has more digits than anybody means. `significantScale` is the place of its last digit. */
export function parseDecimal(text: string): { readonly value: Decimal; readonly significantScale: number } | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const unscaled = BigInt(`${whole}${fraction}`);
  return { value: { unscaled: sign === '-' ? -unscaled : unscaled, scale }, significantScale: scale };
}
/** Below 0, 0 or above 0. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale);
  const difference = scaled(one, scale) - scaled(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export function plus(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return { unscaled: scaled(one, scale) + scaled(other, scale), scale };
}
export const minus = (one: Decimal, other: Decimal): Decimal => plus(one, { unscaled: -other.unscaled, scale: other.scale });
/** Half of one unit in the last digit: 100 gives 0.5, 5.40 gives 0.005, 1e2 gives 50. */
export const halfUnit = (significantScale: number): Decimal => ({ unscaled: 5n, scale: significantScale + 1 });
/** Ten per cent, never negative. */
export const tenth = ({ unscaled, scale }: Decimal): Decimal => ({ unscaled: unscaled < 0n ? -unscaled : unscaled, scale: scale + 1 });

const scaled = ({ unscaled, scale }: Decimal, to: number): bigint => unscaled * 10n ** BigInt(to - scale);
