import { expect, test } from 'vitest';
import { defaultPackageLimits } from './limits.ts';
import { bundleOf, readBundle } from './source-bundle.ts';

const files = [{ path: 'b.xml', bytes: Buffer.from('é') }, { path: 'a.json', bytes: Buffer.from([0xff, 0]) }];
test('the same files in any order give the same text, and come back byte by byte', () => {
  const bundle = bundleOf(files);
  expect(bundleOf([...files].reverse())).toEqual(bundle);
  expect(readBundle(bundle, defaultPackageLimits).map((file) => [file.path, [...file.bytes]])).toEqual([['a.json', [0xff, 0]], ['b.xml', [0xc3, 0xa9]]]);
  expect(readBundle(Buffer.alloc(0), defaultPackageLimits)).toEqual([]);
});
test.each(['hello', '[]', '{"path":"../a","base64":""}', '{"path":"a"}', '{"path":"a","base64":""}\n\n'])('%j is refused', (text) => {
  expect(() => readBundle(Buffer.from(text), defaultPackageLimits)).toThrow(expect.objectContaining({ problem: 'not-a-package' }));
});
test('more files than the bound are refused', () => {
  expect(() => readBundle(bundleOf(files), { ...defaultPackageLimits, files: 1 })).toThrow(expect.objectContaining({ problem: 'too-many-files' }));
});
