import { expect, it } from 'vitest';
import { jsonWith } from './json-text.ts';

const resource = { resourceType: 'Patient', name: [{ given: ['a', 'b'] }], active: true };
it('writes plain JSON but for one place', () => {
  expect(jsonWith(resource, ['name', 0, 'given', 1], () => 'HERE')).toBe('{"resourceType":"Patient","name":[{"given":["a",HERE]}],"active":true}');
  expect(jsonWith(resource, ['name'], (key, text) => `${key}=${text}`)).toBe('{"resourceType":"Patient",name=[{"given":["a","b"]}],"active":true}');
  expect(JSON.parse(jsonWith(resource, ['none'], () => 'HERE'))).toEqual(resource);
});
