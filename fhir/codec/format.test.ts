import { expect, test } from 'vitest';
import { formatOfMediaType, formatOfText } from './format.ts';

test.each([
  ['application/fhir+json', 'json'], ['application/fhir+xml; fhirVersion=4.0', 'xml'], ['APPLICATION/JSON;charset=utf-8', 'json'], ['text/xml', 'xml'],
  ['json', 'json'], ['xml', 'xml'], ['application/json+fhir', 'json'], ['application/fhir xml', 'xml'],
  ['text/html', null], ['application/fhir+turtle', null], ['application/jsonp', null], ['', null], [undefined, null], [null, null],
])('%s names %s', (type, format) => {
  expect(formatOfMediaType(type)).toBe(format);
});
test.each([['<Patient/>', 'xml'], ['\uFEFF \n<Patient/>', 'xml'], [' {"a":1}', 'json'], ['[]', 'json'], ['Patient', null], ['', null]])('%j begins as %s', (text, format) => {
  expect(formatOfText(text)).toBe(format);
});
