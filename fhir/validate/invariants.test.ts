import { beforeEach, expect, test } from 'vitest';
import type { ConstraintFacts } from '../definitions/structure.ts';
import type { FhirResource } from '../json.ts';
import { childItems } from './child-items.ts';
import { Collector } from './collector.ts';
import type { Session } from './session.ts';
import { brief, patient, rootItem, validatorWith } from './testing.ts';

/** Rules of these tests alone: what is prepared of a rule is kept. */
let env: Session['env'];
beforeEach(() => { env = validatorWith().environment; });
function check(constraint: ConstraintFacts, resource: FhirResource = patient()): ReturnType<typeof run> { return run(constraint, resource); }
function run(constraint: ConstraintFacts, resource: FhirResource): { readonly said: string[]; readonly first: Session['collector']['findings'][0] | undefined } {
  const session: Session = { env, collector: new Collector(), pending: [], xml: false, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() };
  env.invariants.check(session, rootItem(resource), [constraint], { profile: 'p', element: 'e' });
  return { said: session.collector.findings.map(brief), first: session.collector.findings[0] };
}

test('kept, broken by its severity, and not evaluated', () => {
  expect(check({ key: 'a-1', severity: 'error', expression: 'name.empty()' }).said).toEqual([]);
  const broken = check({ key: 'a-1', severity: 'error', expression: 'name.exists()' });
  expect(broken.said).toEqual(['error invariant-violated Patient a-1']);
  expect(broken.first).toMatchObject({ profile: 'p', element: 'e', expected: { nl: 'regel a-1: name.exists()', en: 'rule a-1: name.exists()' } });
  expect(check({ key: 'a-1', severity: 'warning', expression: 'name.exists()' }).said).toEqual(['warning invariant-violated Patient a-1']);
  const undecided = check({ key: 'a-1', severity: 'error', expression: "birthDate = '2020'" });
  expect(undecided.said).toEqual(['not-checked invariant-not-evaluated Patient a-1']);
  expect(undecided.first?.actual).toBe('neither true nor false');
  expect(check({ key: 'a-1', severity: 'error', expression: 'name.(' }).said).toEqual(['not-checked invariant-not-evaluated Patient a-1']);
  expect(check({ key: 'a-1', severity: 'error' }).first).toMatchObject({ code: 'invariant-not-evaluated', severity: 'not-checked', actual: 'no FHIRPath', expected: { en: 'rule a-1 could not be evaluated: (XPath only)' } });
});

test('a broken rule shows the value that it is about, when that is short', () => {
  expect(check({ key: 'a-1', severity: 'error', expression: 'name.exists()' }).first?.actual).toBe('');
  const session: Session = { env, collector: new Collector(), pending: [], xml: false, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() };
  env.invariants.check(session, childItems(env.base, rootItem(patient({ birthDate: '2020' })), 'birthDate')[0]!, [{ key: 'a-1', severity: 'error', expression: "$this = '2021'" }], { profile: 'p', element: 'e' });
  expect(session.collector.findings).toMatchObject([{ actual: '2020', path: ['birthDate'] }]);
});

test('rules that have a code of their own', () => {
  expect(check({ key: 'bdl-7', severity: 'error', expression: 'false' }).said).toEqual(['error duplicate-full-url Patient bdl-7']);
  expect(check({ key: 'bdl-9', severity: 'error', expression: 'false' }).said).toEqual(['error bundle-rule Patient bdl-9']);
  expect(check({ key: 'ref-1', severity: 'error', expression: 'false' }).said).toEqual(['error contained-not-found Patient ref-1']);
});

test('a correction holds for the published text only', () => {
  const questionnaire = { resourceType: 'Questionnaire', repeats: false, initial: [{ valueString: 'a' }, { valueString: 'b' }] } as FhirResource;
  expect(check({ key: 'que-13', severity: 'error', expression: 'repeats=true or initial.count() <= 1' }, { resourceType: 'Questionnaire' }).said).toEqual([]);
  expect(questionnaire.resourceType).toBe('Questionnaire');
  expect(check({ key: 'other', severity: 'error', expression: 'repeats=true or initial.exists()' }, { resourceType: 'Questionnaire' }).said).toEqual(['not-checked invariant-not-evaluated Questionnaire other']);
});

test('native or not, the answer is the same', () => {
  const rule: ConstraintFacts = { key: 'dom-2', severity: 'error', expression: 'contained.contained.empty()' };
  const bad = patient({ contained: [{ resourceType: 'Organization', id: 'a', contained: [{ resourceType: 'Patient' }] }] });
  expect(check(rule, bad).said).toEqual(['error invariant-violated Patient dom-2']);
  env.invariants.natives = false;
  try {
    expect(check(rule, bad).said).toEqual(['error invariant-violated Patient dom-2']);
    expect(check(rule).said).toEqual([]);
  } finally {
    env.invariants.natives = true;
  }
});
