import { expect, test } from 'vitest';
import { anchor, Html, html, outside } from './h.ts';

const EVIL = '<img src=x onerror=alert(1)>"\'&`';

test('every value is escaped, in text and in attributes', () => {
  expect(html`<p title="${EVIL}">${EVIL}</p>`.toString())
    .toBe('<p title="&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&#96;">&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;&#96;</p>');
});

test('html in html stays, lists are joined, and nothing is nothing', () => {
  expect(html`<ul>${['a', '<b>'].map((each) => html`<li>${each}</li>`)}</ul>${null}${undefined}${false}${0}`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>0');
});

test('nobody else can make safe HTML', () => {
  expect(() => new Html(Symbol('html') as never, EVIL)).toThrow('by hand');
  expect(html`${{ toString: () => '<b>' } as never}`.toString()).toBe('&lt;b&gt;');
});

test('direction and control characters are shown by number', () => {
  expect(html`${'a\u202Eb\u0000c\uD800'}`.toString()).toBe('a[U+202E]b[U+0000]c\uFFFD');
});

test('two names never give one anchor, and an anchor is safe', () => {
  expect(anchor('f', 'a b')).not.toBe(anchor('f', 'a_b'));
  expect(anchor('f', EVIL)).toMatch(/^f-[A-Za-z0-9._-]+$/);
});

test('only http and https become a link', () => {
  expect(outside('https://x.example/a?b&c', 'bron').toString()).toBe('<a href="https://x.example/a?b&amp;c" rel="noreferrer noopener">bron</a>');
  expect(outside('https://x.example/a README.md', 'bron').toString()).toContain('href="https://x.example/a"');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', '//x.example', 'https://"onclick=', '']) expect(outside(url, 'bron').toString()).not.toContain('href');
});
