import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { toResultJson } from './json.ts';
import { SAMPLE_SECRETS, sampleResult } from './sample.ts';

const schema = JSON.parse(readFileSync(new URL('../model/schemas/result.schema.json', import.meta.url), 'utf8')) as object;
const validate = new Ajv2020({ strict: true, allErrors: false, allowUnionTypes: true }).compile(schema);
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const sample = JSON.parse(toResultJson(sampleResult())) as Json;
/** Members that may be absent, and free maps: everything else is required and closed. */
const OPTIONAL = new Set(['version@parts', 'basisNote@requirement', 'review@requirement', 'harm@findings', 'harm@simulatorFindings', 'precondition@purpose', 'window@purpose']);
const FREE = new Set(['values', 'requestHeaders', 'responseHeaders']);
const OPAQUE = new Set(['header', 'claims']);

test('the sample is valid', () => {
  validate(sample);
  expect(validate.errors).toBeNull();
});

test('a finished run with little in it is valid too', () => {
  const few = sampleResult({ requirements: [], cases: [], findings: [], exchanges: [], tray: [], simulatorFindings: [], configuration: [], sources: [], harnessErrors: ['x'] });
  expect(validate(JSON.parse(toResultJson(few)))).toBe(true);
});

test('an unknown member is refused everywhere', () => {
  const accepted = objects(sample).filter(({ name, value }) => !FREE.has(name) && withChange(value, 'extra-member', 1)).map(({ name }) => name);
  expect(accepted).toEqual([]);
});

test('a missing member is refused everywhere', () => {
  const accepted = objects(sample).filter(({ name }) => !FREE.has(name)).flatMap(({ name, value }) =>
    Object.keys(value).filter((key) => !OPTIONAL.has(`${key}@${name}`) && withChange(value, key, undefined)).map((key) => `${key}@${name}`));
  expect([...new Set(accepted)]).toEqual([]);
});

test('a value of another kind is refused everywhere', () => {
  const accepted = objects(sample).flatMap(({ name, value }) =>
    Object.keys(value).filter((key) => !OPAQUE.has(key) && withChange(value, key, { nobody: ['expects this'] })).map((key) => `${key}@${name}`));
  expect([...new Set(accepted)]).toEqual([]);
});

test('words outside the vocabulary are refused', () => {
  const names = ['verdict', 'severity', 'state', 'cause', 'level', 'basis', 'confidence', 'direction', 'part', 'kind', 'exitCode', 'schema', 'subject', 'observe'];
  for (const { value } of objects(sample)) for (const name of names) if (typeof value[name] === 'string') expect([name, withChange(value, name, 'certified')]).toEqual([name, false]);
});

test('the order does not depend on how the result was made, and starts with the schema', () => {
  const result = sampleResult();
  const turned = Object.fromEntries(Object.entries(result).reverse().map(([key, value]) => [key, key === 'run' ? Object.fromEntries(Object.entries(value as object).reverse()) : value])) as unknown as typeof result;
  expect(toResultJson(turned)).toBe(toResultJson(result));
  expect(toResultJson(result)).toMatch(/^\{\n {2}"schema": "toetssteen-result-1",\n/);
  expect(JSON.parse(toResultJson(result))).toEqual(JSON.parse(JSON.stringify(result)));
});

test('no secret of the journal is in it', () => {
  for (const secret of SAMPLE_SECRETS) expect(toResultJson(sampleResult())).not.toContain(secret);
});

/** All objects under a closed schema, each with the name of the member that holds it. */
function objects(value: Json, name = ''): readonly { readonly name: string; readonly value: { [key: string]: Json } }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => objects(each, name));
  return [{ name, value }, ...Object.entries(value).flatMap(([key, inner]) => (OPAQUE.has(key) ? [] : objects(inner, key)))];
}
/** Whether the sample is still valid while one member has another value (`undefined`: is absent). */
function withChange(holder: { [key: string]: Json }, key: string, changed: Json | undefined): boolean {
  const had = Object.hasOwn(holder, key);
  const before = holder[key];
  if (changed === undefined) delete holder[key];
  else holder[key] = changed;
  const valid = validate(sample);
  if (had) holder[key] = before as Json;
  else delete holder[key];
  return valid;
}
