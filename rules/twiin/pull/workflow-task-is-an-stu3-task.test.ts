import { expect, test } from 'vitest';
import { judgeWith, seen } from '../../fhir/testing.ts';
import { actuals, call, claimWith, kinds, outcomeBody, paths, probe, searchset, spoiled, task, told } from '../../testing.ts';
import { workflowTaskIsAnStu3Task as rule } from './workflow-task-is-an-stu3-task.ts';

const both = { claim: claimWith({ formats: ['json', 'xml'] }), fhir: judgeWith() };
const read = (format: 'json' | 'xml', settings = {}) => probe('workflow-task', {
  target: '/fhir/Task/wf-1', headers: { accept: `application/fhir+${format}` }, answer: task(), answerHeaders: { 'content-type': 'application/fhir+json' }, ...settings,
});
const inXml = { answer: '<Task xmlns="http://hl7.org/fhir"/>', answerHeaders: { 'content-type': 'application/fhir+xml' } };
test('passes an STU3 Task in the format that was asked', () => {
  expect(kinds(rule, read('json'), both)).toEqual(['pass']);
  expect(kinds(rule, read('xml', inXml), both)).toEqual(['pass']);
});
test('reports another format, type or resource', () => {
  expect(actuals(rule, read('xml'), both)).toEqual(['JSON where XML was asked']);
  expect(actuals(rule, read('xml', { status: 406, answer: outcomeBody }), both)).toEqual(['HTTP 406 for XML']);
  expect(paths(rule, read('json', { answerHeaders: {} }), both)).toEqual(['header content-type']);
  expect(paths(rule, read('json', { answerHeaders: { 'content-type': 'text/plain' } }), both)).toEqual(['header content-type']);
  expect(actuals(rule, read('json', { answerHeaders: { 'content-type': 'application/fhir+xml' } }), both)).toEqual(['JSON as application/fhir+xml']);
  expect(kinds(rule, read('json', { answerHeaders: { 'content-type': 'application/json' } }), both)).toEqual(['violation<=warning']);
  expect(actuals(rule, read('json', { answer: searchset([]) }), both)).toEqual(['Bundle']);
  expect(actuals(rule, read('json', { answer: '{' }), both)).toEqual(['no resource']);
});
test('reports the habits of R4, and what base FHIR finds', () => {
  expect(paths(rule, read('json', { answer: task({ reasonCode: {} }) }), both)).toEqual(['Task.reasonCode']);
  expect(paths(rule, read('json'), { ...both, fhir: judgeWith(seen({ expression: 'Task.status' })) })).toEqual(['Task.status']);
  expect(kinds(rule, read('json'), { ...both, fhir: judgeWith(seen({ profile: 'http://example.org/p' })) })).toEqual(['pass']);
});
test('does not apply to a refusal, or to XML where JSON alone is claimed', () => {
  expect(kinds(rule, read('json', { status: 403, answer: outcomeBody }), both)).toEqual(['not-applicable']);
  expect(kinds(rule, read('xml'), { ...both, claim: claimWith({ formats: ['json'] }) })).toEqual(['not-applicable']);
  expect(kinds(rule, read('json', { stimulus: spoiled('no-token') }), both)).toEqual([]);
  expect(kinds(rule, read('json', { status: null }), both)).toEqual(['not-tested']);
  expect(kinds(rule, read('json'))).toEqual(['not-tested']);
});
test('tells what came, with its place', () => {
  const at = (limit: string) => `violation${limit} response`;
  expect(told(rule, read('xml', { status: 406 }), both)).toEqual([`${at('')} status: HTTP 406 for XML`]);
  expect(told(rule, read('json', { answerHeaders: {} }), both)).toEqual([`${at('')} header content-type: no Content-Type`]);
  expect(told(rule, read('json', { answerHeaders: { 'content-type': 'text/plain' } }), both)).toEqual([`${at('')} header content-type: text/plain`]);
  expect(told(rule, read('json', { answerHeaders: { 'content-type': 'application/json' } }), both)).toEqual([`${at('<=warning')} header content-type: application/json`]);
  expect(told(rule, read('json', inXml), both)).toEqual([`${at('')} body: XML where JSON was asked`]);
  expect(told(rule, read('json', { answer: searchset([]) }), both)).toEqual([`${at('')} resourceType: Bundle`]);
  expect(told(rule, read('json', { answer: '' }), both)).toEqual([`${at('')} resourceType: no resource`]);
});
test('where no one format was asked, 406 is a refusal and either format is right', () => {
  expect(kinds(rule, read('json', { headers: { accept: '*/*' }, status: 406 }), both)).toEqual(['not-applicable']);
  expect(kinds(rule, read('json', { headers: {}, ...inXml }), both)).toEqual(['pass']);
  expect(kinds(rule, call('workflow-task'), both)).toEqual([]);
});
