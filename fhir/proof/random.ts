/** Numbers that are the same in every run with the same seed. */
export interface Random {
  /** From 0, below 1. */
  next(): number;
  /** A whole number from 0, below `size`. */
  below(size: number): number;
  pick<T>(items: readonly T[]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** mulberry32: a small generator in the public domain, good enough to spread a sample. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (size: number): number => Math.floor(next() * size);
  return {
    next, below,
    pick: (items) => items[below(items.length)]!,
    shuffled(items) {
      const result = [...items];
      for (let index = result.length - 1; index > 0; index -= 1) {
        const other = below(index + 1);
        [result[index], result[other]] = [result[other]!, result[index]!];
      }
      return result;
    },
  };
}

/** n items in their order, spread over the list, always the same ones; all when there are no more. */
export function sampleOf<T>(items: readonly T[], size: number, seed = 1): T[] {
  if (items.length <= size) return [...items];
  const chosen = new Set(random(seed).shuffled(items.map((_, index) => index)).slice(0, size));
  return items.filter((_, index) => chosen.has(index));
}
