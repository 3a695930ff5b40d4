import type { FhirResource } from '../json.ts';
import { isObject } from '../json.ts';

export type Resolution =
  | { readonly kind: 'contained' | 'bundled'; readonly resource: FhirResource }
  /** Should have been here and is not: a fragment, or a urn that can only point into the Bundle. */
  | { readonly kind: 'missing' }
  /** Not here; may well exist elsewhere. */
  | { readonly kind: 'unknown' };

/** A RESTful reference taken apart; `base` ends with a slash or is empty. */
export interface RestfulReference { readonly base: string; readonly type: string; readonly id: string; readonly version?: string }
const restful = /^((?:https?:\/\/[^?#]*\/)?)([A-Z][A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/([A-Za-z0-9\-.]{1,64}))?(?:#.*)?$/;
/** `Patient/1`, `https://server/fhir/Patient/1/_history/2`; null when it has another form. Whether the type exists is for the caller. */
export function restfulReference(reference: string): RestfulReference | null {
  const parts = restful.exec(reference);
  return parts === null ? null : { base: parts[1]!, type: parts[2]!, id: parts[3]!, ...(parts[4] !== undefined && { version: parts[4] }) };
}

/**
 * Entries of one Bundle by full URL and by type and id, made once.
 * Rules of resolution: FHIR R4 and STU3, Bundle, "Resolving references in Bundles".
 */
export class BundleIndex {
  private readonly byUrl = new Map<string, FhirResource[]>();
  private readonly byTypeAndId = new Map<string, FhirResource | null>();

  constructor(bundle: FhirResource) {
    if (!Array.isArray(bundle.entry)) return;
    for (const entry of bundle.entry) {
      if (!isObject(entry) || !isObject(entry.resource) || typeof entry.resource.resourceType !== 'string') continue;
      const resource = entry.resource as FhirResource;
      if (typeof entry.fullUrl === 'string') {
        const same = this.byUrl.get(entry.fullUrl);
        if (same === undefined) this.byUrl.set(entry.fullUrl, [resource]); else same.push(resource);
      }
      if (typeof resource.id === 'string') {
        const key = `${resource.resourceType}/${resource.id}`;
        this.byTypeAndId.set(key, this.byTypeAndId.has(key) ? null : resource);
      }
    }
  }
  resolve(reference: string, fromFullUrl: string | undefined): Resolution {
    const bare = reference.replace(/#.*$/, '');
    if (/^urn:(uuid|oid):/i.test(bare)) return this.atUrl(bare, undefined) ?? { kind: 'missing' };
    const parts = restfulReference(bare);
    if (parts === null) return this.atUrl(bare, undefined) ?? { kind: 'unknown' };
    if (parts.base !== '') return this.atUrl(`${parts.base}${parts.type}/${parts.id}`, parts.version) ?? { kind: 'unknown' };
    const from = fromFullUrl === undefined ? null : restfulReference(fromFullUrl);
    if (from !== null && from.base !== '') {
      const found = this.atUrl(`${from.base}${parts.type}/${parts.id}`, parts.version);
      if (found !== null) return found;
    }
    // A relative reference in an entry without a RESTful full URL has no base; one resource of that type and id in the Bundle is then what is meant.
    const only = this.byTypeAndId.get(`${parts.type}/${parts.id}`);
    return only === undefined || only === null || !isVersion(only, parts.version) ? { kind: 'unknown' } : { kind: 'bundled', resource: only };
  }
  private atUrl(url: string, version: string | undefined): Resolution | null {
    const found = this.byUrl.get(url)?.find((resource) => isVersion(resource, version));
    return found === undefined ? null : { kind: 'bundled', resource: found };
  }
}
function isVersion(resource: FhirResource, version: string | undefined): boolean {
  return version === undefined || !isObject(resource.meta) || resource.meta.versionId === undefined || resource.meta.versionId === version;
}
