import table from './elements.json' with { type: 'json' };

/** One element that a type may have. `type` in lower case is a primitive; with dots it is a part of a resource. */
export interface ElementFact { readonly name: string; readonly type: string; readonly many: boolean; readonly attribute: boolean; readonly position: number }
/** The elements of one type of FHIR STU3, by name; their order is that of XML. */
export type TypeFacts = ReadonlyMap<string, ElementFact>;

const texts: Readonly<Record<string, string>> = table;
const read = new Map<string, TypeFacts>();

/** Facts of a type such as `Task`, `Task.requester` or `Identifier`; undefined for one that is not in the table. */
export function factsOf(type: string): TypeFacts | undefined {
  const known = read.get(type);
  if (known || !Object.hasOwn(texts, type)) return known;
  const facts = new Map(texts[type]!.split(' ').map((text, position) => {
    const [, at, name, many, of] = /^(@?)([A-Za-z0-9]+)(\*?):(.+)$/.exec(text)!;
    return [name!, { name: name!, type: of!, many: many === '*', attribute: at === '@', position }] as const;
  }));
  read.set(type, facts);
  return facts;
}
/** Whether a type can stand where a resource is expected. */
export const isResourceType = (type: string) => /^[A-Z][A-Za-z]+$/.test(type) && (factsOf(type)?.has('implicitRules') ?? false);
export const isPrimitive = (type: string) => /^[a-z]/.test(type);

export const fhirNamespace = 'http://hl7.org/fhir';
export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
