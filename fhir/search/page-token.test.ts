import { expect, test } from 'vitest';
import { pageToken, readPageToken } from './page-token.ts';

const search = [{ name: 'code', value: 'a' }, { name: '_count', value: '2' }];
test('a token leads back to its place, whatever the order of the parameters', () => {
  expect(readPageToken('_page', pageToken(40, search), search)).toBe(40);
  expect(readPageToken('_page', pageToken(40, search), [...search].reverse())).toBe(40);
});
test.each(['', '40', `${pageToken(40, search)}0`, pageToken(40, [{ name: 'code', value: 'b' }]), pageToken(40, search).replace(/^\w+/, '15')])('%j is refused', (token) => { expect(() => readPageToken('_page', token, search)).toThrow(/not a page/); });
