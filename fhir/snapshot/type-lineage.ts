import type { Definitions } from '../definitions/definitions.ts';

/** Names of a type and of all that it specialises, nearest first: `Patient`, `DomainResource`, `Resource`. A type that is not known has only itself. */
export function lineageOf(definitions: Definitions, type: string): readonly string[] {
  const names: string[] = [];
  for (let name: string | undefined = type; name !== undefined && !names.includes(name);) {
    names.push(name);
    const base: string | undefined = definitions.type(name)?.base;
    name = base?.slice(base.lastIndexOf('/') + 1);
  }
  return names;
}
