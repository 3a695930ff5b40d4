import type { FhirResource, Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { BundleIndex } from './bundle-index.ts';
import type { Resolution } from './bundle-index.ts';

/** The resource that an element stands in, with what its references may point at. */
export class ResourceScope {
  readonly resource: FhirResource;
  /** The resource that contains this one (`contained`); null when it stands on its own. */
  readonly container: ResourceScope | null;
  /** Bundle entry that it stands in, when there is one. */
  readonly bundle: BundleIndex | null;
  readonly fullUrl: string | undefined;
  private byId: Map<string, FhirResource> | undefined;
  private own: BundleIndex | undefined;
  /** Scopes of the resources directly inside, by object. */
  readonly inner = new Map<FhirResource, ResourceScope>();
  /** FHIRPath nodes of this resource (`fhirpath-engine.ts`). */
  nodes: Map<unknown, unknown> | undefined;
  /** Expressions that took too long here. */
  tooLong: Set<string> | undefined;
  private readonly outside: ((reference: string) => FhirResource | null) | undefined;

  constructor(resource: FhirResource, container: ResourceScope | null, bundle: BundleIndex | null, fullUrl?: string, outside?: (reference: string) => FhirResource | null) {
    this.resource = resource;
    this.container = container;
    this.bundle = bundle;
    this.fullUrl = fullUrl;
    this.outside = outside;
  }
  /** `%rootResource`: the outermost resource that is not inside a Bundle entry. */
  get root(): ResourceScope { return this.container ?? this; }

  /** Scope of a contained resource. */
  contained(resource: FhirResource): ResourceScope {
    return new ResourceScope(resource, this.root, this.bundle, this.fullUrl, this.outside);
  }
  /** Scope of the resource in an entry of this Bundle. */
  entry(resource: FhirResource, fullUrl: string | undefined): ResourceScope {
    return new ResourceScope(resource, null, this.ownIndex, fullUrl, this.outside);
  }
  get ownIndex(): BundleIndex {
    this.own ??= new BundleIndex(this.resource);
    return this.own;
  }
  /** What a literal reference in this resource points at: `unknown` when it is not here. */
  resolve(reference: string): Resolution {
    if (reference.startsWith('#')) {
      if (reference === '#') return { kind: 'contained', resource: this.root.resource };
      const found = this.root.containedById(reference.slice(1));
      return found === undefined ? { kind: 'missing' } : { kind: 'contained', resource: found };
    }
    const found = this.bundle?.resolve(reference, this.fullUrl) ?? { kind: 'unknown' as const };
    if (found.kind === 'unknown' && this.outside !== undefined) {
      const fetched = this.outside(reference);
      if (fetched !== null) return { kind: 'bundled', resource: fetched };
    }
    return found;
  }
  containedById(id: string): FhirResource | undefined {
    this.byId ??= index(this.resource.contained);
    return this.byId.get(id);
  }
}
function index(contained: Json | undefined): Map<string, FhirResource> {
  const found = new Map<string, FhirResource>();
  if (!Array.isArray(contained)) return found;
  for (const one of contained) if (isResource(one) && typeof one.id === 'string' && !found.has(one.id)) found.set(one.id, one);
  return found;
}
export const isResource = (value: unknown): value is FhirResource => isObject(value) && typeof (value as JsonObject).resourceType === 'string';
