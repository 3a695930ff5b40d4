import { expect, it } from 'vitest';
import type { FhirFinding } from '../../finding.ts';
import type { Validator } from '../../validate/validator.ts';
import { MutantJudge } from './judge.ts';
import type { Draft, Expected, Operator } from './operator.ts';
import { benchOf, lazily, synthetic } from './testing.ts';

const subject = lazily(() => benchOf('r4').subject(synthetic('r4')[3]!));
const finding: FhirFinding = { code: 'too-many', severity: 'error', path: ['id'], expression: 'Condition.id', actual: '', expected: { nl: '', en: '' } };
/** A validator that says the same of everything. */
const saying = (found: readonly FhirFinding[] | Error): Validator => ({
  environment: { definitions: benchOf('r4').definitions } as Validator['environment'], inspect: () => ({ findings: [], pending: [] }),
  validate: () => { if (found instanceof Error) throw found; return [...found]; },
});
const operator: Operator = { name: 'x', rule: 'x', sites: () => [] };
const judged = (validator: Validator, draft: Draft = { resource: { ...subject().resource, id: 'other' } }, expected: Expected = { codes: ['too-many'] }, asXml = false) =>
  new MutantJudge(validator).judge({ operator, subject: subject(), asXml, site: { at: ['id'], says: '', expected, make: () => draft } });

it('does not count what was found before the mutation', () => {
  expect(judged(saying([finding]))).toMatchObject({ verdict: 'survived', findings: [] });
});
it('counts a crash as a crash, and keeps where', () => {
  expect(judged(saying(new Error('no')))).toMatchObject({ verdict: 'crashed', crash: expect.stringContaining('no') });
});
it('tells what a survivor did bring up', () => {
  const calls = [[finding], []];
  expect(judged({ ...saying([]), validate: () => calls.shift() ?? [] }, undefined, { codes: ['element-missing'] })).toMatchObject({ verdict: 'survived', findings: [finding] });
});
it('catches by what the reader says of a text that holds no resource', () => {
  expect(judged(saying([]), { text: '{', format: 'json' }, { codes: ['duplicate-key'] })).toMatchObject({ verdict: 'survived', findings: [{ code: 'not-well-formed' }] });
  expect(judged(saying([]), { text: '{', format: 'json' }, { codes: ['not-well-formed'] })).toMatchObject({ verdict: 'caught', format: 'json' });
});
it('sends XML where that was drawn, and JSON where XML would lose the mutation', () => {
  expect(judged(saying([]), undefined, undefined, true).format).toBe('xml');
  expect(judged(saying([]), { resource: { ...subject().resource, remark: 'x' } }, undefined, true).format).toBe('json');
});
