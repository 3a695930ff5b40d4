import type { ElementFacts } from '../definitions/structure.ts';
import type { ElementNode } from './element-node.ts';
import type { SnapshotIssueCode } from './issue.ts';

/** Trees that content is borrowed from. */
export interface Sources {
  /** The specification's own definition of a type; null when there is none of that name. */
  type(name: string): ElementNode | null;
  /** A profile's tree; null when there is none, `circle` while it is being made itself. */
  profile(canonical: string): ElementNode | null | 'circle';
}

/**
 * The node whose children an element has when its own snapshot does not open it: that of its content reference, of its one
 * profile, or of its type. A content reference brings the rules of the specification, not those that a profile adds to the element referred to.
 * An element with several types has what all elements have (`id`, `extension`). Null when nothing is known of its content.
 */
export function contentOf(element: ElementFacts, sources: Sources, tell: (code: SnapshotIssueCode, detail: string) => void = () => {}): ElementNode | null {
  if (element.contentReference !== undefined) return referred(element.contentReference, sources);
  const types = element.types ?? [];
  if (types.length === 0) return null;
  if (types.length > 1) return sources.type('Element');
  const [type] = types;
  if (type!.profiles?.length === 1) {
    const profile = sources.profile(type!.profiles[0]!);
    if (profile !== null && profile !== 'circle') return profile;
    tell(profile === 'circle' ? 'profile-circle' : 'profile-absent', type!.profiles[0]!);
  }
  return sources.type(type!.code);
}

/** Target of a content reference (`Observation.referenceRange`) in the definition of the type that it begins with. */
export function referred(id: string, sources: Sources): ElementNode | null {
  const [type, ...names] = id.split('.');
  let node = sources.type(type!);
  for (const name of names) node = node?.children.find((child) => child.element.path.endsWith(`.${name}`)) ?? null;
  return node;
}
