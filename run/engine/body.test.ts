import { expect, test } from 'vitest';
import { asXml, resourceIn } from './body.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
test('reads JSON and XML to the same resource', () => {
  const task = { resourceType: 'Task', identifier: [{ system: 'urn:ietf:rfc:3986', value: 'urn:uuid:1' }], status: 'requested', intent: 'proposal' };
  expect(resourceIn(bytes(JSON.stringify(task)))).toEqual(task);
  expect(resourceIn(bytes(`\uFEFF ${asXml(task)}`))).toEqual(task);
});
test('what is neither is null, and nothing throws', () => {
  for (const body of ['', '{', '[1]', '<html/>', '<Task', '<!DOCTYPE x [<!ENTITY a "b">]><Task xmlns="http://hl7.org/fhir">&a;</Task>']) expect(resourceIn(bytes(body))).toBeNull();
});
