/** Rounds in which each of several is measured once, in another order each time, so that what slows the machine for a while slows all. */
export async function inRounds<Name extends string, Result>(names: readonly Name[], rounds: number, measure: (name: Name) => Promise<Result>): Promise<Record<Name, Result[]>> {
  const found = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round) % names.length]!;
      found[name].push(await measure(name));
    }
  }
  return found;
}
/** The value at this part of the sorted values: 0.5 is the median, of an even number the upper one. NaN of nothing. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
/** Of what stands side by side: the median of the pairs, with the lowest and the highest. */
export function ofPairs(ours: readonly number[], theirs: readonly number[], compare: (our: number, their: number) => number): { readonly median: number; readonly lowest: number; readonly highest: number } {
  const pairs = ours.map((one, at) => compare(one, theirs[at]!));
  return { median: quantile(pairs, 0.5), lowest: Math.min(...pairs), highest: Math.max(...pairs) };
}
