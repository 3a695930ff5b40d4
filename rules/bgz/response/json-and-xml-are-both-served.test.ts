import { expect, test } from 'vitest';
import { actuals, call, kinds, probe, searchset, spoiled, told } from '../../testing.ts';
import { jsonAndXmlAreBothServed as rule } from './json-and-xml-are-both-served.ts';

const target = '/fhir/Condition';
const asked = (format: 'json' | 'xml', settings = {}) => probe('resource', { target, headers: { accept: `application/fhir+${format}` }, answer: searchset([]), ...settings });
const inXml = { answer: '<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/></Bundle>', answerHeaders: { 'content-type': 'application/fhir+xml' } };
test('passes what came in both formats', () => {
  expect(kinds(rule, [asked('json'), asked('xml', inXml)])).toEqual(['pass']);
});
test('reports JSON, a refusal, and XML that is not FHIR', () => {
  expect(actuals(rule, [asked('json'), asked('xml')])).toEqual(['JSON']);
  expect(actuals(rule, [asked('json'), asked('xml', { status: 406 })])).toEqual(['HTTP 406']);
  expect(actuals(rule, [asked('json'), asked('xml', { ...inXml, answer: '<html/>' })])).toEqual(['no FHIR in XML']);
});
test('does not apply without the same question in JSON, or to a refusal for another reason', () => {
  expect(kinds(rule, [asked('xml')])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('json', { status: 403 }), asked('xml', { status: 403 })])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('json'), asked('xml', { target: '/fhir/Flag' })])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('json'), asked('xml', { stimulus: spoiled('no-token') })])).toEqual(['not-applicable']);
  for (const status of [401, 429, 503]) expect(kinds(rule, [asked('json'), asked('xml', { status })])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('json'), asked('xml', { status: null })])).toEqual(['not-tested']);
});
test('tells where it differs', () => {
  expect(told(rule, [asked('json'), asked('xml')])).toEqual(['violation response body: JSON']);
  expect(told(rule, [asked('json'), asked('xml', { status: 406 })])).toEqual(['violation response status: HTTP 406']);
  expect(told(rule, [asked('json'), asked('xml', { ...inXml, answer: '' })])).toEqual(['violation response body: no FHIR in XML']);
});
test('looks at our valid GETs at the resource side of the system', () => {
  const xml = { ...inXml, status: 406, target, headers: { accept: 'application/fhir+xml' } };
  expect(kinds(rule, [asked('json'), call('resource', { ...xml, role: 'twiin-sender' }), probe('workflow-task', xml), probe('resource', { ...xml, role: 'twiin-receiver' }), probe('resource', { ...xml, method: 'POST' }), probe('resource', { ...xml, headers: {} })])).toEqual(['not-applicable']);
  expect(kinds(rule, [asked('json', { method: 'POST' }), asked('xml')])).toEqual(['not-applicable']);
});
