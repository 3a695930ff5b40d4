/** Values kept beside objects, each worked out once. */
export interface Beside<Owner extends object, Value> {
  /** The value beside an object; worked out now if it was not. */
  of(owner: Owner, make: () => Value): Value;
}
/**
 * Keeps a value with each object that it is asked of, for as long as the object lives. What a WeakMap keeps of an object that
 * lived for a millisecond stays until the whole heap is collected; a hidden property goes with its object at once.
 * Owners are objects that can take a property: not frozen ones.
 */
export function keptBeside<Owner extends object, Value>(): Beside<Owner, Value> {
  const hidden = Symbol('kept beside');
  return {
    of: (owner, make) => {
      const holder = owner as { [hidden]?: { readonly value: Value } };
      let known = holder[hidden];
      if (known === undefined) Object.defineProperty(holder, hidden, { value: known = { value: make() } });
      return known.value;
    },
  };
}
