import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toResultJson } from '../reports/json.ts';
import type { RunResult } from '../model/result.ts';

const schema = JSON.parse(readFileSync(new URL('../model/schemas/result.schema.json', import.meta.url), 'utf8')) as object;
const valid = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

/** Where `result.json` of this run would differ from its published schema, at most twenty places; empty when it does not. */
export function schemaProblems(result: RunResult): readonly string[] {
  if (valid(JSON.parse(toResultJson(result)))) return [];
  return (valid.errors ?? []).slice(0, 20).map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`);
}
