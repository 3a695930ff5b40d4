import { isObject, type Json } from './body.ts';

/** An element of a resource with its path, its name and the type of the resource that holds it. */
export interface Element { readonly value: Json; readonly name: string; readonly path: string; readonly resourceType: string }

/** Every object inside a resource, itself left out, with FHIRPath-like paths. */
export function elementsOf(resource: Json, path: string): readonly Element[] {
  const found: Element[] = [];
  visit(resource, path, typeof resource.resourceType === 'string' ? resource.resourceType : '', found);
  return found;
}
function visit(value: Json, path: string, resourceType: string, found: Element[]): void {
  for (const [name, member] of Object.entries(value)) {
    const members = Array.isArray(member) ? member : [member];
    members.forEach((one, index) => {
      if (!isObject(one)) return;
      const here = `${path}.${name}${Array.isArray(member) ? `[${index}]` : ''}`;
      const type = name === 'contained' && typeof one.resourceType === 'string' ? one.resourceType : resourceType;
      found.push({ value: one, name, path: here, resourceType: type });
      visit(one, here, type, found);
    });
  }
}
