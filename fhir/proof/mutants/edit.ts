import type { FhirResource, Json, JsonPath } from '../../json.ts';

export type Editable = Record<string | number, unknown>;

/** A copy of a resource in which the container at a path was changed. */
export function edited(resource: FhirResource, path: JsonPath, change: (container: Editable) => void): FhirResource {
  const copy = structuredClone(resource) as FhirResource;
  let container = copy as unknown as Editable;
  for (const step of path) container = container[step] as Editable;
  change(container);
  return copy;
}
/** The value at a path replaced; `undefined` takes the member away (an item of a list: with its place). */
export function replaced(resource: FhirResource, path: JsonPath, value: Json | undefined): FhirResource {
  const step = path[path.length - 1]!;
  return edited(resource, path.slice(0, -1), (container) => {
    if (value !== undefined) { container[step] = structuredClone(value); return; }
    if (Array.isArray(container)) container.splice(step as number, 1); else delete container[step];
  });
}
export function valueAt(resource: unknown, path: JsonPath): unknown {
  let value = resource;
  for (const step of path) value = (value as Editable | undefined)?.[step];
  return value;
}
/** A value in one line, shortened, for descriptions. */
export function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
