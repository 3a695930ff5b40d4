import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { testCases } from '../run/cases/index.ts';
import { featureFiles } from '../run/execute/scenarios.ts';
import { phrases, scene, verdictPhrase } from './phrases.ts';

const root = resolve(import.meta.dirname, '..');
interface Told { readonly id: string; readonly sentences: string[] }
function scenarios(): Told[] {
  const told: Told[] = [];
  for (const file of featureFiles()) {
    let id = '';
    for (const line of readFileSync(join(root, file), 'utf8').split('\n').map((one) => one.trim())) {
      if (line.startsWith('@')) id = /@geval:(\S+)/.exec(line)?.[1] ?? id;
      if (line.startsWith('Scenario:')) told.push({ id, sentences: [] });
      const step = /^(?:Gegeven|Als|Dan|En|Maar) (.+)$/.exec(line);
      if (step) told.at(-1)!.sentences.push(step[1]!);
    }
  }
  return told;
}
const told = scenarios();

test('every test case has one scenario and every scenario a test case', () => {
  expect(told.map((one) => one.id).sort()).toEqual(testCases.map((one) => one.id).sort());
});
test.each(told)('the sentences of $id are the phases of its case, in order, and end with the verdict', ({ id, sentences }) => {
  const known = sentences.filter((sentence) => !scene.includes(sentence));
  expect(known.at(-1)).toBe(verdictPhrase);
  expect(known.slice(0, -1).map((sentence) => phrases[sentence] ?? `unknown sentence: ${sentence}`)).toEqual(testCases.find((one) => one.id === id)!.phases.map((phase) => phase.name));
});
test('no phrase is left over', () => {
  const used = new Set(told.flatMap((one) => one.sentences));
  expect(Object.keys(phrases).filter((phrase) => !used.has(phrase))).toEqual([]);
});
