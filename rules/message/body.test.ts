import { expect, test } from 'vitest';
import type { Headers } from '../../model/exchange.ts';
import { call, probe } from '../testing.ts';
import { bodyOf, child, isObject, jsonOf, objects, stringOf, textOf } from './body.ts';

const sent = (body: string, headers: Headers = { 'content-type': 'application/fhir+json' }) => bodyOf(call('notification', { method: 'POST', body, headers }), 'request');
const xml: Headers = { 'content-type': 'application/fhir+xml; charset=utf-8' };

test('JSON is an object, another value, or malformed', () => {
  expect(sent('{"a":1}')).toEqual({ kind: 'json', value: { a: 1 }, format: 'json' });
  expect(sent('\uFEFF {"a":1}')).toMatchObject({ kind: 'json' });
  expect(sent('\u00A0{"a":1}')).toEqual({ kind: 'json', value: { a: 1 }, format: 'json' });
  expect(sent('[1]')).toEqual({ kind: 'other', value: [1] });
  expect(sent('{"a":')).toMatchObject({ kind: 'malformed' });
  expect(sent('  ')).toEqual({ kind: 'empty' });
});
test('FHIR XML is read in its JSON shape', () => {
  const task = '<?xml version="1.0"?><f:Task xmlns:f="http://hl7.org/fhir"><f:identifier><f:value value="1"/></f:identifier><f:status value="requested"/></f:Task>';
  expect(sent(task, xml)).toEqual({ kind: 'json', format: 'xml', value: { resourceType: 'Task', identifier: [{ value: '1' }], status: 'requested' } });
  expect(sent(task, {})).toMatchObject({ kind: 'json', format: 'xml' });
});
test('XML under a JSON media type is malformed, and so is what is no FHIR', () => {
  expect(sent('<Task xmlns="http://hl7.org/fhir"/>')).toMatchObject({ kind: 'malformed' });
  // A missing namespace is a fault of its own, found by the judge; what the message says is read all the same.
  expect(sent('<Task/>', xml)).toMatchObject({ kind: 'json', value: { resourceType: 'Task' } });
  for (const text of ['<html><body>404</body></html>', '<Task xmlns="http://hl7.org/fhir">', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) expect(sent(text, xml).kind, text).toBe('malformed');
});
test('a body is read once; without an answer there is none', () => {
  const exchange = probe('resource', { answer: { resourceType: 'Flag' } });
  expect(jsonOf(exchange, 'response')).toBe(jsonOf(exchange, 'response'));
  expect(bodyOf(probe('resource', { status: null }), 'response')).toEqual({ kind: 'empty' });
  expect(jsonOf(probe('resource', { answer: 'x' }), 'response')).toBeNull();
});
test('XML is told by its first sign and a media type that is not JSON', () => {
  expect(sent(' <Task xmlns="http://hl7.org/fhir"/>', {})).toMatchObject({ kind: 'json', format: 'xml' });
  expect(sent('{"resourceType":"Task"}', xml)).toMatchObject({ kind: 'json', format: 'json' });
  expect(sent('<Task/>')).toEqual({ kind: 'malformed', reason: 'the body does not parse as JSON' });
  expect(sent('<html/>', xml)).toEqual({ kind: 'malformed', reason: 'the body is no FHIR resource in XML' });
});
test('text as it came; none without an answer', () => {
  expect(textOf(call('token', { body: 'a=é' }), 'request')).toBe('a=é');
  expect(textOf(probe('resource', { answer: 'x' }), 'response')).toBe('x');
  expect(textOf(probe('resource', { status: null }), 'response')).toBe('');
});
test.each<[unknown, boolean, readonly unknown[], string | null]>([
  [undefined, false, [], null], [null, false, [], null], ['', false, [], null], ['x', false, [], 'x'], [7, false, [], null], [{ a: 1 }, true, [{ a: 1 }], null], [[], false, [], null], [[{ a: 1 }, null, 'x', [{}]], false, [{ a: 1 }], null],
])('%j: an object %s, objects %j, text %s', (value, object, list, string) => {
  expect([isObject(value), objects(value), stringOf(value)]).toEqual([object, list, string]);
});
test('a child is a member that is an object', () => {
  expect([child({ a: { b: 1 } }, 'a'), child({ a: [] }, 'a'), child({ a: 'x' }, 'a'), child({}, 'a'), child(null, 'a'), child('x', 'length')]).toEqual([{ b: 1 }, null, null, null, null, null]);
});
