import { expect, test } from 'vitest';
import { keyOf, referencesIn } from './references.ts';

test('references are found at any depth', () => { expect(referencesIn({ a: [{ b: { reference: 'X/1' } }], reference: 'Y/2', c: { reference: 3 } }).sort()).toEqual(['X/1', 'Y/2']); });
test('a key is type and id', () => { expect(keyOf({ resourceType: 'Flag', id: 'f' })).toBe('Flag/f'); });
