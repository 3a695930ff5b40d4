import { expect, test } from 'vitest';
import { readTable, writeTable } from './table-file.ts';

const table = writeTable({ what: 'é' }, [{ kind: 'a', url: 'u', version: '1', value: { x: 'é' } }, { kind: 'b', url: 'v', value: [1, 2] }]);
test('rows come back with their values', () => {
  const again = readTable(table.bytes);
  expect(again.meta).toEqual({ what: 'é' });
  expect(again.rows.map((row) => [row.kind, row.url, row.version, again.read(row)])).toEqual([['a', 'u', '1', { x: 'é' }], ['b', 'v', undefined, [1, 2]]]);
});
test('every single damaged byte, and every cut, is noticed', () => {
  for (let index = 0; index < table.bytes.length; index += 1) {
    const damaged = Buffer.from(table.bytes);
    damaged[index]! ^= 1;
    expect(() => readTable(damaged), `byte ${index}`).toThrow(TypeError);
    expect(() => readTable(table.bytes.subarray(0, index)), `cut ${index}`).toThrow(TypeError);
  }
});
