/** Plain FHIR JSON: what `JSON.parse` gives, with `_field` siblings for extensions of primitives. */
export type Json = string | number | boolean | null | JsonObject | readonly Json[];
export interface JsonObject { readonly [member: string]: Json | undefined }
/** A resource in FHIR JSON shape, whichever format it was read from. */
export interface FhirResource extends JsonObject { readonly resourceType: string }

/** Steps from the root of the JSON shape to a value: `['entry', 3, 'resource', '_status', 'extension', 0]`. */
export type JsonPath = readonly (string | number)[];

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
