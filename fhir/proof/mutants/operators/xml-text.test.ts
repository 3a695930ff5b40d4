import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { elementAt } from './xml-text.ts';

const root = new DOMParser().parseFromString('<Bundle xmlns="http://hl7.org/fhir"><entry/><entry><resource><Patient><name><given value="a"/><given value="b"/></name><active value="true"/></Patient></resource></entry></Bundle>', 'text/xml').documentElement!;
it('finds the element of a place, through the element around a resource', () => {
  expect(elementAt(root, ['entry', 1, 'resource', 'name', 0, 'given', 1])!.getAttribute('value')).toBe('b');
  expect(elementAt(root, ['entry', 1, 'resource', '_active'])!.localName).toBe('active');
  expect(elementAt(root, [])).toBe(root);
});
it('finds nothing where nothing is', () => {
  expect(elementAt(root, ['entry', 2])).toBeNull();
  expect(elementAt(root, ['entry', 1, 'resource', 'gender'])).toBeNull();
});
