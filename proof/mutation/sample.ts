import { createHash } from 'node:crypto';

/**
 * Draws `size` of these names, the same ones for the same seed whatever their order: those whose hash with the seed is lowest.
 * Fewer names than asked: all of them.
 */
export function draw(names: readonly string[], size: number, seed: number): ReadonlySet<string> {
  const ranked = names.map((name) => ({ name, rank: createHash('sha256').update(`${seed} ${name}`).digest('hex') }));
  return new Set(ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size).map((one) => one.name));
}
