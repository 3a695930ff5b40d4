import { expect, test } from 'vitest';
import type { Finding } from '../model/result.ts';
import { sampleResult } from './sample.ts';
import { sectionOf, viewOfResult } from './view.ts';

const result = sampleResult();
const finding = (id: string): Finding => result.findings.find((each) => each.id === id) as Finding;

test('every finding stands in exactly one group', () => {
  const { groups } = viewOfResult(result);
  const shown = Object.values(groups).flat().flatMap((group) => group.findings.map((each) => each.id));
  expect(shown.sort()).toEqual(result.findings.map((each) => each.id).sort());
});

test('the same finding on three messages is one group', () => {
  expect(viewOfResult(result).groups.fail.map((group) => group.findings.map((each) => each.id))).toEqual([['f-2', 'f-2b', 'f-2c'], ['f-3']]);
});

test('a safety finding stands under safety whatever its severity', () => {
  expect(viewOfResult(result).groups.safety.map((group) => group.findings[0].id)).toEqual(['f-1']);
});

test('a failure whose requirement stayed inconclusive stands there, unless the product caused it', () => {
  const inconclusive = result.requirements.find((each) => each.verdict === 'inconclusive') ?? null;
  expect(sectionOf({ ...finding('f-2'), cause: 'specification' }, inconclusive)).toBe('inconclusive');
  expect(sectionOf(finding('f-2'), inconclusive)).toBe('fail');
  expect(sectionOf({ ...finding('f-2'), cause: 'specification' }, null)).toBe('fail');
});

test('counts and lists follow the verdicts', () => {
  const view = viewOfResult(result);
  expect(view.tested).toBe(6);
  expect(view.notTestedPlanned.map((each) => each.requirement.id)).toEqual(['TWIIN-NTF-13', 'TWIIN-NTF-39']);
  expect(view.notTestedOther.map((each) => each.requirement.id)).toEqual(['TWIIN-NET-06']);
  expect(view.waiting.map((each) => each.id)).toEqual(['bgz-ophalen']);
  expect(view.failedWithoutFinding).toEqual([]);
  expect(viewOfResult({ ...result, findings: [] }).failedWithoutFinding).toHaveLength(2);
});
