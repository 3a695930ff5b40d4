import { expect, test } from 'vitest';
import { escapeAttribute, escapeText, fitsInXml } from './escape.ts';

test('plain text stays as it is', () => {
  expect(escapeAttribute("Jan O'Neil – 37,5 °C 😀")).toBe("Jan O'Neil – 37,5 °C 😀");
});
test('markup, quotes, tabs and line ends in an attribute are references', () => {
  expect(escapeAttribute('a<b>&"c"\t\r\n')).toBe('a&lt;b&gt;&amp;&quot;c&quot;&#9;&#13;&#10;');
});
test('in text, quotes and line ends may stay; a carriage return may not', () => {
  expect(escapeText('a<b>&"c"\t\r\n')).toBe('a&lt;b&gt;&amp;"c"\t&#13;\n');
});
test.each(['\u0000', '\u000b', '\u001f', '\ufffe', '\ud800', '\udc00x'])('what XML cannot hold becomes U+FFFD: %j', (text) => {
  expect(escapeAttribute(text)).toBe(text.replace(/^./, '\ufffd'));
  expect(fitsInXml(text)).toBe(false);
});
test.each(['tekst', 'a<b>', '\t\n\r', '😀'])('%j fits in XML', (text) => {
  expect(fitsInXml(text)).toBe(true);
});
