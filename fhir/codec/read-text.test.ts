import { expect, test } from 'vitest';
import { SeenList } from './findings.ts';
import { defaultLimits } from './limits.ts';
import { readText } from './read-text.ts';

function read(input: Uint8Array | string, size = defaultLimits.size): { text: string | null; codes: string[] } {
  const seen = new SeenList(10);
  const text = readText(input, { ...defaultLimits, size }, seen.report);
  return { text, codes: seen.all.map((one) => `${one.code} ${one.severity ?? 'error'}`) };
}
const wide = (text: string, mark = true): Buffer => Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');

test('UTF-8 with or without byte order mark', () => {
  expect(read(Buffer.from('{"a":"é😀"}'))).toEqual({ text: '{"a":"é😀"}', codes: [] });
  expect(read(Buffer.from('\ufeff{"a":"é"}'))).toEqual({ text: '{"a":"é"}', codes: [] });
  expect(read('\ufeff<a/>')).toEqual({ text: '<a/>', codes: [] });
});
test('a view on a larger buffer is read within its bounds', () => {
  expect(read(new Uint8Array(Buffer.from('xx<a/>yy')).subarray(2, 6)).text).toBe('<a/>');
});
test('too large is refused unread', () => {
  expect(read(Buffer.alloc(11, 0x20), 10)).toEqual({ text: null, codes: ['too-large error'] });
  expect(read(' '.repeat(11), 10).text).toBeNull();
  expect(read(Buffer.alloc(10, 0x20), 10).codes).toEqual([]);
});
test('UTF-16 is read, and is a finding, with or without mark', () => {
  expect(read(wide('<a/>'))).toEqual({ text: '<a/>', codes: ['not-utf-8 error'] });
  expect(read(wide('<a/>', false))).toEqual({ text: '<a/>', codes: ['not-utf-8 error'] });
  expect(read(wide('<a/>').swap16())).toEqual({ text: '<a/>', codes: ['not-utf-8 error'] });
  expect(read(wide('{}', false).swap16())).toEqual({ text: '{}', codes: ['not-utf-8 error'] });
});
test('UTF-32 is a finding and cannot be read', () => {
  expect(read(Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]))).toEqual({ text: null, codes: ['not-utf-8 error'] });
  expect(read(Buffer.from([0, 0, 0, 0x3c, 0, 0, 0, 0x61]))).toEqual({ text: null, codes: ['not-utf-8 error'] });
});
test('bytes that are no UTF-8 are a finding at their place', () => {
  const seen = new SeenList(10);
  expect(readText(Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x7d]), defaultLimits, seen.report)).toBe('{"\ufffd"}');
  expect(seen.all).toMatchObject([{ code: 'not-utf-8', offset: 2 }]);
});
test('another stated encoding is a finding; its text is read by it', () => {
  const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>', 'latin1');
  expect(read(latin)).toEqual({ text: latin.toString('latin1'), codes: ['not-utf-8 error'] });
  // Bytes that are the same in UTF-8: the statement alone is wrong.
  expect(read(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a/>')).codes).toEqual(['not-utf-8 warning']);
  expect(read(Buffer.from('<?xml version="1.0" encoding="utf-7"?><a b="é"/>')).codes).toEqual(['not-utf-8 error']);
  expect(read(Buffer.from("<?xml version='1.0' encoding='utf-8'?><a/>")).codes).toEqual([]);
  expect(read(Buffer.from("<?xml version='1.0' encoding='US-ASCII'?><a/>")).codes).toEqual([]);
});
test('an unknown encoding over bytes that are no UTF-8 does no harm', () => {
  expect(read(Buffer.from('<?xml version="1.0" encoding="x-none"?><a b="é"/>', 'latin1')).codes).toEqual(['not-utf-8 error', 'not-utf-8 error']);
});
test('nothing is text', () => {
  expect(read(new Uint8Array(0))).toEqual({ text: '', codes: [] });
  expect(read(Buffer.from([0x7b]))).toEqual({ text: '{', codes: [] });
});
test('one zero byte is too little to tell an encoding by', () => {
  expect(read(Buffer.from([0]))).toEqual({ text: '\u0000', codes: [] });
});
test('bytes that are no UTF-8 are named as such', () => {
  const seen = new SeenList(10);
  readText(Buffer.from([0x7b, 0xe9]), defaultLimits, seen.report);
  expect(seen.all).toMatchObject([{ actual: 'bytes', expected: { en: expect.stringContaining('UTF-8') } }]);
});
test('what is refused is told of the whole, with its size and the limit', () => {
  const seen = new SeenList(10);
  readText(' '.repeat(11), { ...defaultLimits, size: 10 }, seen.report);
  expect(seen.all).toMatchObject([{ code: 'too-large', path: [], actual: '11', expected: { nl: 'hoogstens 10 bytes', en: 'at most 10 bytes' } }]);
});
