import { expect, test } from 'vitest';
import { parse } from '../codec/parse.ts';
import type { FhirResource, JsonObject } from '../json.ts';
import { mostFindings } from './collector.ts';
import { baseValidator, brief, bundle, core, observation, own, patient, profile, validatorWith } from './testing.ts';

test('what is no resource', () => {
  for (const other of [null, 'x', 1, [], {}, { resourceType: 1 }]) {
    expect(baseValidator().inspect(other as unknown as FhirResource)).toMatchObject({ findings: [{ code: 'not-a-resource', severity: 'error', path: [], expression: '' }], pending: [] });
  }
});

test('profiles that are asked for are judged beside those that are stated', () => {
  const validator = validatorWith({ structures: [profile('a', 'Patient', [{ path: 'Patient' }, { path: 'Patient.name', min: 1 }]), profile('b', 'Patient', [{ path: 'Patient' }, { path: 'Patient.birthDate', min: 1 }])] });
  const said = (profiles: readonly string[]): string[] => validator.validate(patient({ meta: { profile: [own('a')] } }), { profiles }).filter((one) => one.severity === 'error').map(brief);
  expect(said([])).toEqual(['error element-missing Patient.name']);
  expect(said([own('b')])).toEqual(['error element-missing Patient.name', 'error element-missing Patient.birthDate']);
  expect(said([own('a')])).toEqual(['error element-missing Patient.name']);
});

test('places in the text: of what is there, and of the nearest thing around what is missing', () => {
  const { definitions } = baseValidator().environment;
  const text = '{\n  "resourceType": "Observation",\n  "status": "finalx",\n  "component": [\n    { "valueString": "x" }\n  ]\n}';
  const document = parse(text, { definitions });
  const found = baseValidator().validate(document.resource!, { document });
  const at = (code: string): unknown => found.find((one) => one.code === code && one.expression !== 'Observation.code')?.position;
  expect(at('code-not-in-value-set')).toEqual({ line: 3, column: 3 });
  expect(at('element-missing')).toMatchObject({ line: 5 });
  expect(baseValidator().validate(document.resource!).every((one) => one.position === undefined)).toBe(true);
});

test('more findings than are kept are counted', () => {
  const many = patient({ name: Array.from({ length: mostFindings + 10 }, () => ({})) });
  const found = baseValidator().validate(many);
  expect(found).toHaveLength(mostFindings + 1);
  expect(found.at(-1)).toMatchObject({ code: 'findings-cut', severity: 'information', expression: 'Patient' });
  expect(Number(found.at(-1)!.actual)).toBeGreaterThanOrEqual(10);
});

test('nesting without end, and an object that holds itself, are refused at once', () => {
  let deep: JsonObject = {};
  for (let level = 0; level < 5000; level += 1) deep = { contained: [deep] };
  expect(baseValidator().validate({ resourceType: 'Patient', ...deep })).toEqual([{ code: 'nested-too-deep', severity: 'error', path: [], expression: 'Patient', actual: '', expected: { nl: 'hooguit 1000 niveaus', en: 'at most 1000 levels' } }]);
  const self: { resourceType: string; contained: unknown[] } = { resourceType: 'Patient', contained: [] };
  self.contained.push(self, self);
  expect(baseValidator().validate(self as unknown as FhirResource).map((one) => one.code)).toEqual(['nested-too-deep']);
});

test('the same resource gives the same findings, and is left as it was', () => {
  const resource = bundle('collection', { fullUrl: 'http://example.org/fhir/Patient/a', resource: patient({ id: 'a', gender: 'x', name: [{}] }) });
  const before = JSON.stringify(resource);
  const first = baseValidator().validate(resource);
  expect(baseValidator().validate(resource)).toEqual(first);
  expect(JSON.stringify(resource)).toBe(before);
});

test('a rule that asks for conformance to a profile', () => {
  const rule = profile('rule', 'Observation', [{ path: 'Observation', constraint: [{ key: 'own-1', severity: 'error', human: 'x', expression: `conformsTo('${own('strict')}')` }] }]);
  const strict = profile('strict', 'Observation', [{ path: 'Observation' }, { path: 'Observation.issued', min: 1 }]);
  const validator = validatorWith({ structures: [rule, strict] });
  const said = (more: JsonObject): string[] => validator.validate(observation(more), { profiles: [own('rule')] }).filter((one) => one.invariant !== 'dom-6').map(brief);
  expect(said({})).toEqual(['error invariant-violated Observation own-1']);
  expect(said({ issued: '2020-01-01T10:00:00Z' })).toEqual([]);
});

test('abstract core definitions as profile ask nothing more', () => {
  expect(baseValidator().validate(patient(), { profiles: [core('Resource')] }).filter((one) => one.severity === 'error')).toEqual([]);
});
