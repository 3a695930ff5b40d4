import { describe, expect, it } from 'vitest';
import { NotXml, readTree } from './tree.ts';

describe('readTree', () => {
  it('resolves namespaces of elements and attributes, and joins text', () => {
    expect(readTree('<a:x xmlns:a="urn:a" xmlns="urn:b" a:p="1" q="2">one<![CDATA[<two>]]>&lt;<!-- c -->three<y/></a:x>')).toEqual({
      name: 'x', namespace: 'urn:a', attributes: new Map([['{urn:a}p', '1'], ['q', '2']]), children: ['one<two><three', { name: 'y', namespace: 'urn:b', attributes: new Map(), children: [] }],
    });
  });
  it.each(['', '   ', 'text', '<a>', '<a></b>', '<a x="1" x="2"/>', '<p:a/>', '<!DOCTYPE a><a/>', '<a>&b;</a>', '<a/><b/>', '<?xml version="1.0" encoding="utf-16"?><a/>', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, '<a>\u0001</a>'])('refuses %j', (text) => {
    expect(() => readTree(text)).toThrow(NotXml);
  });
  it('reads a megabyte of siblings', () => {
    expect(readTree(`<a>${'<b c="d"/>'.repeat(100_000)}</a>`).children).toHaveLength(100_000);
  });
});
