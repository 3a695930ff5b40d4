import { expect, test } from 'vitest';
import type { ElementFacts } from '../definitions/structure.ts';
import type { ElementNode } from './element-node.ts';
import { contentOf, referred, type Sources } from './open.ts';
import { listener } from './testing.ts';

const node = (path: string, children: readonly ElementNode[] = []): ElementNode => ({ element: { id: path, path }, children, slices: [] });
const questionnaire = node('Questionnaire', [node('Questionnaire.item', [node('Questionnaire.item.text')])]);
const trees: Readonly<Record<string, ElementNode>> = { Questionnaire: questionnaire, Quantity: node('Quantity'), Element: node('Element') };
const mine = node('Quantity');
const sources: Sources = { type: (name) => trees[name] ?? null, profile: (canonical) => (canonical === 'mine' ? mine : canonical === 'ring' ? 'circle' : null) };
const content = (facts: Partial<ElementFacts>): { node: ElementNode | null; told: string[] } => {
  const { told, tell } = listener();
  return { node: contentOf({ id: 'X.a', path: 'X.a', ...facts }, sources, tell), told };
};

test('a content reference brings the children of the element that it names', () => {
  expect(referred('Questionnaire.item', sources)).toBe(questionnaire.children[0]);
  expect(referred('Questionnaire', sources)).toBe(questionnaire);
  expect(content({ contentReference: 'Questionnaire.item', types: [{ code: 'Quantity' }] }).node).toBe(questionnaire.children[0]);
});
test('one to nowhere brings nothing', () => {
  expect(referred('Questionnaire.group', sources)).toBeNull();
  expect(referred('Questionnaire.group.item', sources)).toBeNull();
  expect(referred('Nothing.item', sources)).toBeNull();
});
test('one type brings its children', () => {
  expect(content({ types: [{ code: 'Quantity' }] })).toEqual({ node: trees.Quantity, told: [] });
  expect(content({ types: [{ code: 'Nothing' }] }).node).toBeNull();
});
test('several types bring what every element has, none brings nothing', () => {
  expect(content({ types: [{ code: 'Quantity' }, { code: 'string' }] }).node).toBe(trees.Element);
  expect(content({ types: [] }).node).toBeNull();
  expect(content({}).node).toBeNull();
});
test('one profile on the type brings its own children; of several none can be chosen', () => {
  expect(content({ types: [{ code: 'Quantity', profiles: ['mine'] }] })).toEqual({ node: mine, told: [] });
  expect(content({ types: [{ code: 'Quantity', profiles: ['mine'] }] }).node).toBe(mine);
  expect(content({ types: [{ code: 'Quantity', profiles: ['mine', 'yours'] }] })).toEqual({ node: trees.Quantity, told: [] });
});
test('for a profile that is absent or being made the plain type stands in, and that is told', () => {
  expect(content({ types: [{ code: 'Quantity', profiles: ['yours'] }] })).toEqual({ node: trees.Quantity, told: ['profile-absent: yours'] });
  expect(content({ types: [{ code: 'Quantity', profiles: ['ring'] }] })).toEqual({ node: trees.Quantity, told: ['profile-circle: ring'] });
  expect(contentOf({ id: 'X', path: 'X', types: [{ code: 'Quantity', profiles: ['yours'] }] }, sources)).toBe(trees.Quantity);
});
