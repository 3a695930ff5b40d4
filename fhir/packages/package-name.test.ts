import { expect, test } from 'vitest';
import { checkedId, idFromFileName } from './package-name.ts';

test.each([
  ['nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1.xml.tgz', 'nictiz.fhir.nl.r4.zib2020', '0.12.1-beta.1'],
  ['nictiz.fhir.nl.r4.medicationprocess9-2.0.0-rc.7', 'nictiz.fhir.nl.r4.medicationprocess9', '2.0.0-rc.7'],
  ['some.package#1.2.3.tar.gz', 'some.package', '1.2.3'], ['my-package-1.0.tgz', 'my-package', '1.0'],
])('%s tells name and version', (file, name, version) => {
  expect(idFromFileName(file)).toEqual({ name, version });
});
test.each(['package', 'profiles', 'zib2017.tgz', '../x-1.0.tgz', ''])('%j does not', (file) => {
  expect(idFromFileName(file)).toBeNull();
});
test.each([['../x', '1.0.0'], ['a/b', '1.0.0'], ['a', '1/../2'], ['a', '..'], ['a..b', '1.0.0'], ['a', ''], ['', '1.0.0'], ['a', '1.0.0\u0000'], ['x'.repeat(200), '1.0.0']])('%j %j is refused', (name, version) => {
  expect(() => checkedId({ name, version })).toThrow(expect.objectContaining({ problem: 'illegal-name' }));
});
