import { expect, test } from 'vitest';
import { SeenList } from './findings.ts';
import { defaultLimits } from './limits.ts';
import { readXml } from './xml-reader.ts';

function read(text: string, depth = defaultLimits.depth): { whole: boolean; events: string[]; seen: { code: string; offset?: number }[] } {
  const seen = new SeenList(20);
  const events: string[] = [];
  const whole = readXml(text, { ...defaultLimits, depth }, seen.report, {
    open: (tag, start) => { events.push(`+${tag.local}{${tag.uri}}@${start}`); },
    close: (end) => { events.push(`-@${end}`); },
    text: (data) => { if (data.trim() !== '') events.push(data); },
  });
  return { whole, events, seen: seen.all.map(({ code, offset }) => ({ code, ...(offset !== undefined && { offset }) })) };
}

test('tells tags with namespaces and offsets in the text as it is', () => {
  const text = '<?xml version="1.0"?>\r\n<!-- c --><f:a xmlns:f="u"\n b=">"><c/>t &amp; <![CDATA[<d>]]></f:a><!-- end -->\n';
  const { whole, events, seen } = read(text);
  expect(seen).toEqual([]);
  expect(whole).toBe(true);
  expect(events).toEqual([`+a{u}@${text.indexOf('<f:a')}`, `+c{}@${text.indexOf('<c/>')}`, `-@${text.indexOf('<c/>') + 4}`, 't & ', '<d>', `-@${text.indexOf('</f:a>') + 6}`]);
});
test.each([
  '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', '<?xml version="1.0"?>\n<!-- x --><?pi?>\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', '<!doctype html><a/>', ' <!\nDOCTYPE a><a/>',
])('a document type is refused before anything is read: %j', (text) => {
  const { whole, events, seen } = read(text);
  expect(whole).toBe(false);
  expect(events).toEqual([]);
  expect(seen).toEqual([{ code: 'doctype', offset: text.search(/<!\s*doctype/i) }]);
});
test('the word in a comment or CDATA is no document type', () => {
  expect(read('<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>').seen).toEqual([]);
});
test('a document type after the start is no XML', () => {
  expect(read('<a><!DOCTYPE b></a>')).toMatchObject({ whole: false, seen: [{ code: 'not-well-formed' }] });
});
test.each(['<a>&nbsp;</a>', '<a b="&x;"/>', '<a b="<"/>', '<a>\u0001</a>', '<a>&#0;</a>', '<a b="1" b="2"/>', '<a><p:b/></a>', '<a>]]></a>', '\n<?xml version="1.0"?><a/>', '<!-- a -- b --><a/>'])('a fault that leaves the elements as they are is read over: %j', (text) => {
  const { whole, seen } = read(text);
  expect(whole).toBe(true);
  expect(new Set(seen.map((one) => one.code))).toEqual(new Set(['not-well-formed']));
});
test.each(['', '   ', 'tekst', '<a>', '<a><b></a>', '<a></b>', '</a>', '<a', '<a b', '<a b=c/>', '<a b="1"c="2"/>', '<a><b/', '<a>< b/></a>', '<!-- x', '<?xml', '<a><![CDATA[x</a>', '&lt;a/>', '<1/>', '<a b="x/><c d="y"/></a>'])('broken beyond repair: %j', (text) => {
  const { whole, seen } = read(text);
  expect(whole).toBe(false);
  expect(seen.some((one) => one.code === 'not-well-formed')).toBe(true);
});
test.each(['<a/>x', '<a/><b/>', '<a/></b>'])('what follows the root element is a fault, and does it no harm: %j', (text) => {
  const { whole, events, seen } = read(text);
  expect(whole).toBe(true);
  expect(seen).toMatchObject([{ code: 'not-well-formed' }]);
  expect(events).toEqual(['+a{}@0', '-@4']);
});
test('nesting is bounded', () => {
  expect(read(`${'<a>'.repeat(10)}${'</a>'.repeat(10)}`, 10).seen).toEqual([]);
  expect(read('<a>'.repeat(100_000), 10)).toMatchObject({ whole: false, seen: [{ code: 'nested-too-deep', offset: 30 }] });
});
test('version 1.1 brings no other characters', () => {
  expect(read('<?xml version="1.1"?><a>\u0001</a>').seen).toMatchObject([{ code: 'not-well-formed' }]);
});
