/**
 * Bodies that are wrong on purpose. Each takes a right FHIR JSON object and breaks one thing, so that a refusal is
 * about that thing; only `deeplyNested` and `oversized` add to it.
 */
export type Json = Readonly<Record<string, unknown>>;
const bytes = (text: string) => new TextEncoder().encode(text);

/** A comma too many: whole, but no JSON. */
export function malformedJson(resource: Json): Uint8Array {
  return bytes(JSON.stringify(resource).replace(/\}$/, ',}'));
}
/** Ends half way, as when a connection broke at the sender. */
export function truncatedJson(resource: Json): Uint8Array {
  const text = bytes(JSON.stringify(resource));
  return text.subarray(0, Math.floor(text.byteLength / 2));
}
/** Right JSON of at least `size` bytes: a note that no system needs. */
export function oversized(resource: Json, size: number): Uint8Array {
  return bytes(JSON.stringify({ ...resource, note: [{ text: 'x'.repeat(size) }] }));
}
/** A string with a byte that cannot stand in UTF-8 (RFC 8259 section 8.1). */
export function notUtf8(resource: Json): Uint8Array {
  const mark = '#not-utf-8#';
  const text = bytes(JSON.stringify({ ...resource, description: mark }));
  const at = Buffer.from(text).indexOf(mark);
  text[at] = 0xff;
  return text;
}
/** One member twice, with another value first: parsers differ in which one they believe (RFC 8259 section 4). */
export function duplicateKey(resource: Json, key: string, other: unknown): Uint8Array {
  return bytes(`{${JSON.stringify(key)}:${JSON.stringify(other)},${JSON.stringify(resource).slice(1)}`);
}
/** Extensions within extensions, `depth` levels: exhausts the stack of a parser that calls itself. */
export function deeplyNested(resource: Json, depth: number): Uint8Array {
  const open = '{"url":"urn:x","extension":[';
  const nested = `[${open.repeat(depth)}{"url":"urn:x","valueBoolean":true}${']}'.repeat(depth)}]`;
  return bytes(`${JSON.stringify(resource).slice(0, -1)},"extension":${nested}}`);
}

/**
 * The same notification in the shape of R4 (twiin.md 3.2: STU3 shape checks that catch R4 habits): `requester` as a
 * Reference, `Reference.type`, `instantiatesUri`, `encounter`, `reasonCode`. It still parses as JSON.
 */
export function taskInR4(task: Json): Json {
  const { requester, definitionUri, definitionReference, context, reason, ...rest } = task;
  const sender = (requester as { onBehalfOf?: { identifier?: unknown } } | undefined)?.onBehalfOf;
  return {
    ...rest,
    requester: { type: 'Organization', ...sender },
    owner: { type: 'Organization', ...(task['owner'] as Json | undefined) },
    instantiatesUri: definitionUri ?? (definitionReference as { reference?: unknown } | undefined)?.reference ?? 'http://example.org/notified-pull',
    ...(context === undefined ? {} : { encounter: context }),
    ...(reason === undefined ? {} : { reasonCode: reason }),
  };
}
