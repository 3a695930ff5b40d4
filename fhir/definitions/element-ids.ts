/** What an ElementDefinition says of its place. */
export interface ElementPlace { readonly id?: string; readonly path: string; readonly sliceName?: string }

/**
 * Ids of a list of elements in the R4 style (`path` segments, each with `:slice` where it is one), in order.
 * A usable id of the source is kept; where it disagrees with path and slice names (STU3 core writes them in lower case,
 * some differentials have GUIDs or old paths), it is made from the elements before it.
 */
export function elementIds(places: readonly ElementPlace[]): string[] {
  const made: string[] = [];
  /** Last id made for a path: a child belongs to the last slice of its parent. */
  const last = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const place of places) {
    const segments = place.path.split('.');
    const given = place.id === undefined ? null : fitting(place.id, segments);
    const own = (given ?? segments)[segments.length - 1]!.split(':')[0]!;
    const parent = given === null ? parentOf(segments.slice(0, -1), last) : respell(given.slice(0, -1), spelling).join('.');
    const slice = place.sliceName ?? (given === null ? undefined : sliceOf(given[given.length - 1]!));
    const id = (parent === '' ? own : `${parent}.${own}`) + (slice === undefined ? '' : `:${slice}`);
    if (slice !== undefined) spelling.set(id.toLowerCase(), id);
    made.push(id);
    for (const path of [...last.keys()]) if (path.startsWith(`${place.path}.`)) last.delete(path);
    last.set(place.path, id);
  }
  return made;
}

/** Id of the nearest ancestor that has one, with the segments between as they are. */
function parentOf(path: readonly string[], last: ReadonlyMap<string, string>): string {
  for (let length = path.length; length > 0; length -= 1) {
    const known = last.get(path.slice(0, length).join('.'));
    if (known !== undefined) return [known, ...path.slice(length)].join('.');
  }
  return path.join('.');
}

const sliceOf = (segment: string): string | undefined => segment.includes(':') ? segment.slice(segment.indexOf(':') + 1) : undefined;

/** The id's segments when, slices apart, they are the path; else null. STU3 has the type in the path of a choice where the id has `value[x]:valueQuantity`. */
function fitting(id: string, path: readonly string[]): string[] | null {
  const segments = id.split('.');
  if (segments.length !== path.length) return null;
  return segments.every((segment, index) => fits(segment.split(':')[0]!, path[index]!)) ? segments : null;
}
const fits = (name: string, inPath: string): boolean => name === inPath || (name.endsWith('[x]') && inPath.startsWith(name.slice(0, -3)));

/** Gives slice names in ancestors the spelling of the element that declared them. */
function respell(segments: readonly string[], spelling: ReadonlyMap<string, string>): string[] {
  const result: string[] = [];
  for (const segment of segments) {
    const id = [...result, segment].join('.');
    const known = spelling.get(id.toLowerCase());
    if (known === undefined) { result.push(segment); continue; }
    result.splice(0, result.length, ...known.split('.'));
  }
  return result;
}
