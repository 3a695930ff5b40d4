import { describe, expect, it } from 'vitest';
import type { FhirVersion } from '../../../version.ts';
import { fhirVersions } from '../../../version.ts';
import { benchOf, lazily, sitesOf, synthetic } from '../testing.ts';
import { operators } from './index.ts';

it('has an operator for at least 25 rules, each with a name of its own and a rule', () => {
  expect(operators.length).toBeGreaterThanOrEqual(25);
  expect(new Set(operators.map((one) => one.name)).size).toBe(operators.length);
  for (const { name, rule } of operators) expect(rule.length, name).toBeGreaterThan(10);
});

/** Operators whose rule a version does not have. */
const absent: Readonly<Record<FhirVersion, readonly string[]>> = {
  stu3: ['uuid-illegal', 'contained-with-security', 'document-without-timestamp', 'coding-outside-value-set', 'text-for-required-code', 'invariant-con-5'],
  r4: ['contained-with-narrative', 'invariant-imm-1', 'invariant-imm-2', 'invariant-pro-1', 'invariant-con-3'],
};

describe.each(fhirVersions)('%s', (fhir) => {
  const subjects = lazily(() => synthetic(fhir).map((resource) => benchOf(fhir).subject(resource)));
  it.each(operators.map((one) => one.name))('%s', (name) => {
    const judged = subjects().flatMap((subject) => benchOf(fhir).judge(name, subject));
    expect(judged.length > 0, 'has a place where its rule is in force').toBe(!absent[fhir].includes(name));
    const missed = judged.filter((one) => one.verdict !== 'caught');
    expect(missed.map((one) => `${one.candidate.subject.name} ${one.format} ${one.candidate.site.at.join('.')} ${one.candidate.site.says} ${one.crash ?? one.findings.map((found) => `${found.code} ${found.expression}`).join(', ')}`)).toEqual([]);
  });
  it('changes no resource that it makes mutants of', () => {
    const before = subjects().map((subject) => JSON.stringify(subject.resource));
    for (const subject of subjects()) for (const { name } of operators) for (const site of sitesOf(name, subject).slice(0, 2)) site.make();
    expect(subjects().map((subject) => JSON.stringify(subject.resource))).toEqual(before);
  });
});
