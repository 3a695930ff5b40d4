/** Writers recurse: what nests deeper than any message that was read refers to itself, or means harm. */
export function deepestWritten(depth: number): void {
  if (depth > 1000) throw new RangeError('A resource may not nest deeper than 1,000 levels; it may refer to itself.');
}
