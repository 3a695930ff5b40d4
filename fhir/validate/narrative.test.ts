import { SaxesParser } from 'saxes';
import { expect, test, vi } from 'vitest';
import { narrativeFault, xhtmlNamespace } from './narrative.ts';
import { div } from './testing.ts';

const fault = (text: string): string => {
  const found = narrativeFault(text);
  return found === null ? 'good' : `${found.invariant} ${found.kind} ${found.what}`;
};

test('basic formatting', () => {
  for (const inside of ['x', '<p>x</p>', '<table class="a"><tbody><tr><td colspan="2">x</td></tr></tbody></table>', '<a href="http://example.org" title="x">x</a>', '<ul><li style="color: red">x</li></ul>', '<img src="#a" alt="x"/>', '<p xml:lang="nl" id="a">x</p>', 'a&nbsp;b', '&#233;', '&amp;', '<pre><![CDATA[x]]></pre>', '<span data-x="1">x</span>']) expect([inside, fault(div(inside))]).toEqual([inside, 'good']);
  expect(fault(`<h:div xmlns:h="${xhtmlNamespace}"><h:p>x</h:p></h:div>`)).toBe('good');
});

test('what is more than formatting', () => {
  for (const name of ['script', 'form', 'iframe', 'object', 'link', 'style', 'input', 'head', 'base']) expect(fault(div(`x<${name}/>`))).toBe(`txt-1 element ${name}`);
  expect(fault(div('<p onclick="x()">x</p>'))).toBe('txt-1 attribute p/@onclick');
  expect(fault(div('<a href=" JavaScript:x()">x</a>'))).toBe('txt-1 attribute a/@href');
  expect(fault(div('<img src="vbscript:x"/>'))).toBe('txt-1 attribute img/@src');
});

test('one div in the XHTML namespace', () => {
  expect(fault('<div>x</div>')).toBe('txt-1 wrong-namespace div (none)');
  expect(fault('<div xmlns="http://example.org">x</div>')).toBe('txt-1 wrong-namespace div http://example.org');
  expect(fault(`<p xmlns="${xhtmlNamespace}">x</p>`)).toBe('txt-1 not-a-div p');
  expect(fault('x')).toMatch(/^txt-1 (not-well-formed|not-a-div)/);
  expect(fault('')).toMatch(/^txt-1 (not-well-formed|not-a-div)/);
  expect(fault(`${div()}${div()}`)).toMatch(/^txt-1 (not-well-formed|not-a-div)/);
});

test('well-formed, without a document type', () => {
  expect(fault(div('<p>x'))).toMatch(/^txt-1 not-well-formed /);
  expect(fault(div('<p class=a>x</p>'))).toMatch(/^txt-1 not-well-formed /);
  expect(fault(`<!DOCTYPE div>${div()}`)).toBe('txt-1 doctype DOCTYPE');
});

test('some content', () => {
  for (const inside of ['', ' \n ', '<p> </p>', '&nbsp;', '<p>&ensp;</p>', '<img/>']) expect([inside, fault(div(inside))]).toEqual([inside, 'txt-2 empty ']);
  for (const inside of ['&euro;', '<p>x</p>', '<img src="#a"/>', '<img alt="x"/>']) expect([inside, fault(div(inside))]).toEqual([inside, 'good']);
});

test('a text on which the reader itself gives up is a fault of the text', () => {
  const write = vi.spyOn(SaxesParser.prototype, 'write').mockImplementation(() => { throw new Error(`stuck ${'x'.repeat(200)}`); });
  try {
    expect(narrativeFault(div())).toEqual({ invariant: 'txt-1', kind: 'not-well-formed', what: `stuck ${'x'.repeat(114)}` });
  } finally {
    write.mockRestore();
  }
});
