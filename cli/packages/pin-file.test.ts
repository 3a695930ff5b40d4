import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withPins } from './pin-file.ts';

const pins = [{ name: 'a.b', version: '1.10', sha256: '1'.repeat(64) }, { name: 'c', version: '2.0.0-rc.1', sha256: 'e'.repeat(64) }];

test.each([
  ['no packages yet', 'claim:\n  product: "x"   # keep\n'],
  ['no line break at the end', 'claim:\n  product: x'],
  ['an empty list', 'claim: {}\n# why\npackages: []\n\nixit: {}  # last\n'],
  ['an empty list with a comment', 'packages: []   # none\nixit: {}\n'],
  ['an older list in the middle', 'packages:\n  - name: old\n    version: "1"\n    sha256: abc\n# next\nixit: {}\n'],
  ['an older list at the end', 'ixit: {}\npackages:\n  - { name: old, version: "1", sha256: abc }\n'],
  ['nothing behind the key', 'packages:\nixit: {}\n'],
  ['an empty file', ''],
])('%s', (_what, text) => {
  const changed = withPins(text, pins)!;
  expect(parse(changed)).toEqual({ ...(parse(text) as object | null), packages: pins });
  for (const comment of text.match(/#.*/g) ?? []) expect(changed).toContain(comment);
  expect(withPins(changed, pins)).toBe(changed);
  expect(parse(withPins(changed, [])!)).toEqual({ ...(parse(text) as object | null), packages: [] });
});
test('what is no mapping is left alone', () => {
  expect(withPins('- a\n', pins)).toBeNull();
  expect(withPins('a: [', pins)).toBeNull();
});
