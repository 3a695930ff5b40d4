import { InvalidArgumentError, Option } from 'commander';

/** Options that several commands share. */
export const langOption = (): Option => new Option('--lang <lang>', 'taal / language').choices(['nl', 'en']).default('nl');
export const runsOption = (): Option => new Option('--runs <folder>', 'map voor de runs / folder for the runs').default('.toetssteen/runs');

/** A port, 0 for a free one. Throws what commander shows as a sentence. */
export function portNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65_535) throw new InvalidArgumentError('een poort van 0 tot en met 65535 / a port from 0 to 65535');
  return value;
}
/** A whole number of at least 1. Throws what commander shows as a sentence. */
export function countNumber(text: string): number {
  const value = Number(text);
  if (!/^\d{1,6}$/.test(text) || value < 1) throw new InvalidArgumentError('een heel getal vanaf 1 / a whole number from 1');
  return value;
}
