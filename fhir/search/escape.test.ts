import { expect, test } from 'vitest';
import { splitUnescaped, unescaped } from './escape.ts';

test.each([['a,b', ['a', 'b']], ['a\\,b,c', ['a\\,b', 'c']], ['a\\\\,b', ['a\\\\', 'b']], ['', ['']], ['a\\', ['a\\']]])('%j splits into %j', (text, parts) => { expect(splitUnescaped(text, ',')).toEqual(parts); });
test('escapes are undone once', () => { expect(unescaped('a\\,b\\|c\\$d\\\\e\\\\,', 'x')).toBe('a,b|c$d\\e\\,'); });
test.each(['\\n', '\\', 'a\\ b'])('%j is no escape', (text) => { expect(() => unescaped(text, 'code')).toThrow(/no escape/); });
