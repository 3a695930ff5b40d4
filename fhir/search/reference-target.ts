/** A reference taken apart: a resource on this server, or one elsewhere. */
export type ReferenceTarget =
  | { readonly kind: 'local'; readonly type: string; readonly id: string }
  | { readonly kind: 'contained'; readonly id: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

const restful = /^([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/**
 * A relative reference and an absolute one under the base of the server are the same (FHIR STU3 and R4, Search, reference).
 * The version in a versioned reference is not looked at: search knows current resources only.
 */
export function targetOf(reference: string, base: string): ReferenceTarget {
  if (reference.startsWith('#')) return { kind: 'contained', id: reference.slice(1) };
  const relative = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  const match = restful.exec(relative);
  return match === null ? { kind: 'elsewhere', url: reference } : { kind: 'local', type: match[1]!, id: match[2]! };
}
