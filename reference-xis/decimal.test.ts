import { describe, expect, it } from 'vitest';
import { Decimal, jsonText, parseKeepingDecimals } from './decimal.ts';

describe('jsonText', () => {
  it('keeps the digits of a decimal', () => {
    expect(jsonText({ value: new Decimal('70.50'), list: [new Decimal('0.0'), 1] })).toBe('{"value":70.50,"list":[0.0,1]}');
  });
  it.each([[{ a: [1, null, true, 'é"\n'], b: {}, c: [], d: undefined }], ['tekst'], [null], [[undefined]]])('writes %j as JSON.stringify does', (value) => {
    expect(jsonText(value)).toBe(JSON.stringify(value));
  });
});
it.each(['', '1.', '.5', '01', '1e2', '+1', 'NaN', '1.0 '])('"%s" is no decimal', (text) => {
  expect(() => new Decimal(text)).toThrow();
});
it('keeps digits that a number would lose, and nothing else', () => {
  expect(parseKeepingDecimals('{"a":[1.50,2,0.1],"b":"1.50","c":1e2}')).toEqual({ a: [new Decimal('1.50'), 2, 0.1], b: '1.50', c: 100 });
  expect(() => parseKeepingDecimals('{')).toThrow(SyntaxError);
});
