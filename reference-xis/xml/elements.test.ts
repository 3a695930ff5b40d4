import { describe, expect, it } from 'vitest';
import table from './elements.json' with { type: 'json' };
import { factsOf, isPrimitive, isResourceType } from './elements.ts';

describe('factsOf', () => {
  it('knows order, types and lists of STU3', () => {
    const task = factsOf('Task')!;
    expect([...task.keys()].filter((name) => ['id', 'identifier', 'groupIdentifier', 'status', 'intent', 'for', 'requester', 'owner', 'restriction', 'input'].includes(name)))
      .toEqual(['id', 'identifier', 'groupIdentifier', 'status', 'intent', 'for', 'requester', 'owner', 'restriction', 'input']);
    expect(task.get('identifier')).toMatchObject({ type: 'Identifier', many: true, attribute: false });
    expect(factsOf('Consent')!.get('identifier')).toMatchObject({ many: false });
    expect(factsOf('Extension')!.get('url')).toMatchObject({ attribute: true });
    expect(factsOf('Bundle.entry')!.get('link')).toMatchObject({ type: 'Bundle.link' });
    expect(factsOf('Task.input')!.get('valueString')).toMatchObject({ type: 'string' });
  });
  it('knows nothing else', () => { expect(['Toets', 'toString', '__proto__', ''].map(factsOf)).toEqual([undefined, undefined, undefined, undefined]); });
  it('tells resources from the rest', () => {
    expect(['Task', 'Bundle', 'Identifier', 'Task.input', 'Element', 'constructor'].map(isResourceType)).toEqual([true, true, false, false, false, false]);
  });
  it('has every type that an element names', () => {
    for (const type of Object.keys(table)) for (const fact of factsOf(type)!.values()) {
      expect(isPrimitive(fact.type) || fact.type === 'Resource' || factsOf(fact.type) !== undefined, `${type}.${fact.name}`).toBe(true);
    }
  });
});
