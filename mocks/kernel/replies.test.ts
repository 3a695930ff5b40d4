import { expect, test } from 'vitest';
import { bodyObject, bodyText, fhirReply, outcomeReply } from './replies.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('an error answer is an OperationOutcome with both languages', () => {
  const reply = outcomeReply(422, 'business-rule', 'Given A.', 'Gegeven A.', { allow: 'GET' });
  expect(reply.status).toBe(422);
  expect(reply.headers).toEqual({ 'content-type': 'application/fhir+json; charset=utf-8', allow: 'GET' });
  expect(JSON.parse(bodyText(reply.body))).toEqual({
    resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'business-rule', details: { text: 'Given A.' }, diagnostics: 'Gegeven A.' }],
  });
});
test.each(['', '[]', '3', 'null', '{"a":', 'x'])('%j is no JSON object', (text) => { expect(bodyObject(bytes(text))).toBeNull(); });
test('bytes that are not UTF-8 are no JSON object', () => { expect(bodyObject(new Uint8Array([0x22, 0xff, 0x22]))).toBeNull(); });
test('a JSON object is read', () => { expect(bodyObject(fhirReply(200, { resourceType: 'Task' }).body)).toEqual({ resourceType: 'Task' }); });
