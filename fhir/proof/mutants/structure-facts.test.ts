import { expect, it } from 'vitest';
import { coreDefinitions } from '../../tables/core.ts';
import { StructureFacts } from './structure-facts.ts';

const facts = (): StructureFacts => new StructureFacts(coreDefinitions('r4'));
it('knows members with their types, choices once for each', () => {
  const members = facts().membersOf(facts().spotOf('Observation')!);
  expect(members.get('valueQuantity')).toMatchObject({ type: 'Quantity', choice: true, list: false });
  expect(members.get('category')).toMatchObject({ type: 'CodeableConcept', choice: false, list: true });
  expect(members.get('id')).toMatchObject({ type: 'id' });
  expect(members.has('value')).toBe(false);
  expect(facts().elementsOf(facts().spotOf('Observation')!).filter((one) => one.path === 'Observation.value[x]')).toHaveLength(1);
});
it('leaves the value of a primitive out, which is the JSON value itself', () => { expect([...facts().membersOf(facts().spotOf('date')!).keys()]).toEqual(['id', 'extension']); });
it('tells kinds and lineage', () => {
  expect(facts().isPrimitive('date')).toBe(true);
  expect(facts().isPrimitive('Period')).toBe(false);
  expect(facts().isConcreteResource('Patient')).toBe(true);
  expect(facts().isConcreteResource('DomainResource')).toBe(false);
  expect(facts().isConcreteResource('vitalsigns')).toBe(false);
  expect(facts().lineage('Age')).toEqual(['Age', 'Quantity', 'Element']);
  expect(facts().lineage('Nothing')).toEqual([]);
  expect(facts().spotOf('Nothing')).toBeNull();
});
