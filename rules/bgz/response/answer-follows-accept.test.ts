import { expect, test } from 'vitest';
import { actuals, claimWith, judge, kinds, outcomeBody, probe, searchset, told } from '../../testing.ts';
import { answerFollowsAccept as rule } from './answer-follows-accept.ts';

const xml = '<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/></Bundle>';
const answered = (accept: string, type: string | undefined, answer: unknown = searchset([]), settings = {}) =>
  probe('resource', { target: '/fhir/Condition', headers: { accept }, answer: answer as never, answerHeaders: type === undefined ? {} : { 'content-type': type }, ...settings });
const [json, inXml] = ['application/fhir+json', 'application/fhir+xml'];
const broken = (exchange: Parameters<typeof judge>[1], context = {}) => judge(rule, exchange, context).flatMap((one) => (one.kind === 'violation' ? one.requirements ?? [] : [])).toSorted();

test('passes the format that was asked, with its own type', () => {
  expect(kinds(rule, answered(json, `${json};charset=utf-8`))).toEqual(['pass', 'pass']);
  expect(kinds(rule, answered(inXml, inXml, xml))).toEqual(['pass', 'pass']);
  expect(kinds(rule, answered('*/*', inXml, xml))).toEqual(['pass', 'pass']);
});
test('reports no type, another type, and a type that the body belies', () => {
  expect(broken(answered(json, undefined))).toEqual(['BGZ-A-11', 'BGZ-R-21', 'TWIIN-PUL-11']);
  expect(broken(answered(json, 'text/plain'))).toEqual(['BGZ-R-21', 'TWIIN-PUL-11']);
  expect(actuals(rule, answered(json, inXml))).toEqual(['JSON as application/fhir+xml']);
  expect(actuals(rule, answered(inXml, inXml))).toEqual(['JSON as application/fhir+xml', 'JSON']);
  expect(kinds(rule, answered(json, undefined))).toEqual(['violation', 'pass']);
  expect(kinds(rule, answered(json, 'application/json'))).toEqual(['pass', 'violation<=warning', 'pass']);
});
test('reports another format than was asked; Twiin\'s rule only where XML is claimed', () => {
  expect(broken(answered(inXml, json), { claim: claimWith({ formats: ['json', 'xml'] }) })).toEqual(['BGZ-A-10', 'BGZ-R-21', 'TWIIN-PUL-11']);
  expect(broken(answered(inXml, json), { claim: claimWith({ formats: ['json'] }) })).toEqual(['BGZ-A-10', 'BGZ-R-21']);
  expect(broken(answered(json, inXml, xml))).toEqual(['BGZ-A-10', 'BGZ-R-21', 'TWIIN-PUL-11']);
});
test('does not apply to a refusal, an empty answer, or a document as it is', () => {
  expect(kinds(rule, answered(inXml, json, outcomeBody, { status: 406 }))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(json, undefined, ''))).toEqual(['not-applicable']);
  expect(kinds(rule, answered(json, inXml, '<html/>'))).toEqual(['pass', 'not-applicable']);
  expect(kinds(rule, answered(json, 'application/pdf', '%PDF', { target: '/fhir/Binary/b1' }))).toEqual([]);
  expect(kinds(rule, answered(json, undefined, undefined, { status: null }))).toEqual(['not-tested']);
});
test('tells each with its place, limit and requirements', () => {
  const [states, all] = ['pass [BGZ-A-11]', 'pass [BGZ-R-21 BGZ-A-10 TWIIN-PUL-11]'];
  expect(told(rule, answered(json, json))).toEqual([states, all]);
  expect(told(rule, answered(json, undefined))).toEqual(['violation response header content-type: no Content-Type [BGZ-R-21 BGZ-A-11 TWIIN-PUL-11]', 'pass [BGZ-A-10]']);
  expect(told(rule, answered(json, 'text/plain'))).toEqual([states, 'violation response header content-type: text/plain [BGZ-R-21 TWIIN-PUL-11]', 'pass [BGZ-A-10]']);
  expect(told(rule, answered(json, 'application/json'))).toEqual([states, 'violation<=warning response header content-type: application/json [BGZ-R-21 TWIIN-PUL-11]', 'pass [BGZ-A-10]']);
  expect(told(rule, answered(json, inXml))).toEqual([states, 'violation response body: JSON as application/fhir+xml [BGZ-R-21 TWIIN-PUL-11]', 'pass [BGZ-A-10]']);
  expect(told(rule, answered(json, inXml, xml))).toEqual([states, 'violation response body: XML [BGZ-R-21 BGZ-A-10 TWIIN-PUL-11]']);
  expect(told(rule, answered(json, inXml, '<html/>'))).toEqual([states, 'not-applicable [BGZ-A-10]']);
});
