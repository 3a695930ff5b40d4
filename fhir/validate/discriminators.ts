import type { SlicingFacts } from '../definitions/structure.ts';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';
import { childItems } from './child-items.ts';
import { restfulReference } from './bundle-index.ts';
import { containsPattern, sameValue } from './equality.ts';
import { Item } from './item.ts';
import type { ProfileNode } from './profile-plan.ts';
import { isResource, ResourceScope } from './scope.ts';
import type { Session } from './session.ts';
import { shown } from './texts.ts';
import type { CodeToCheck } from './terminology-port.ts';

/** Whether an item has what a slice's discriminator asks; null when that can't be told here. */
export interface SliceMatcher {
  /** For findings: `code.coding = {"code":"8480-6"}`. */
  readonly says: string;
  /** What is missing when it can't be told: a code that can't be checked, a reference that leads elsewhere, or a definition. */
  readonly doubt: 'code' | 'reference' | 'definition';
  test(session: Session, item: Item): boolean | null;
}
export type Conforms = (session: Session, item: Item, profile: string) => boolean | null;

type Step = { readonly kind: 'child'; readonly name: string } | { readonly kind: 'extension'; readonly url: string } | { readonly kind: 'resolve' } | { readonly kind: 'type'; readonly type: string };

/** `$this`, `a.b`, `extension('url').value`, `resolve()`, `ofType(X)`: the restricted FHIRPath of discriminators; null for anything else. */
export function discriminatorSteps(path: string): readonly Step[] | null {
  const steps: Step[] = [];
  for (const part of path.match(/(?:[^.('"]|\((?:[^)'"]|'[^']*'|"[^"]*")*\))+/g) ?? []) {
    const name = part.trim();
    if (name === '$this' || name === '') continue;
    const call = /^(\w+)\((.*)\)$/s.exec(name);
    if (call === null) {
      if (!/^[A-Za-z]\w*(\[x\])?$/.test(name)) return null;
      steps.push({ kind: 'child', name: name.replace(/\[x\]$/, '') });
      continue;
    }
    const argument = call[2]!.trim().replace(/^url\s*=\s*/, '').replace(/^['"]|['"]$/g, '');
    if (call[1] === 'extension') steps.push({ kind: 'extension', url: argument });
    else if (call[1] === 'resolve' && argument === '') steps.push({ kind: 'resolve' });
    else if (call[1] === 'ofType' || call[1] === 'as') steps.push({ kind: 'type', type: argument });
    else return null;
  }
  return steps;
}

/** Matchers of a slice, one a discriminator; an empty list when the slicing has none that can be read. */
export function matchersOf(session: Session, head: ProfileNode, slice: ProfileNode, slicing: SlicingFacts | undefined, conforms: Conforms): readonly SliceMatcher[] {
  const discriminators = slicing !== undefined && slicing.discriminators.length > 0 ? slicing.discriminators : implied(head);
  return discriminators.map((one) => matcher(session, slice, one, conforms));
}
/** Extensions are sliced by url, choices by type, also where the profile leaves it out (R4, Profiling, Slicing). */
function implied(head: ProfileNode): SlicingFacts['discriminators'] {
  if (head.name === 'extension' || head.name === 'modifierExtension') return [{ type: 'value', path: 'url' }];
  if (head.element?.path.endsWith('[x]') === true || head.slices.some((slice) => slice.element?.path.endsWith('[x]') === true)) return [{ type: 'type', path: '$this' }];
  return [];
}

function matcher(session: Session, slice: ProfileNode, discriminator: SlicingFacts['discriminators'][number], conforms: Conforms): SliceMatcher {
  const steps = discriminatorSteps(discriminator.path);
  const cannot: SliceMatcher = { says: `${discriminator.type} ${discriminator.path}`, doubt: 'definition', test: () => null };
  if (steps === null) return cannot;
  const nodes = follow(session, [slice], steps);
  switch (discriminator.type) {
    case 'value': case 'pattern': return byValue(session, slice, nodes, steps, discriminator.path) ?? cannot;
    case 'type': return byType(nodes, steps, discriminator.path, session) ?? cannot;
    case 'exists': return byExistence(nodes, steps, discriminator.path) ?? cannot;
    case 'profile': return byProfile(nodes, steps, discriminator.path, conforms) ?? cannot;
    default: return cannot;
  }
}

// Along the definition

/** Elements of the definition at the end of a path, from a slice; through profiles of data types, extensions and targets. */
function follow(session: Session, from: readonly ProfileNode[], steps: readonly Step[]): readonly ProfileNode[] {
  let nodes = from;
  for (const step of steps) nodes = [...new Set(nodes.flatMap((node) => next(session, node, step)))];
  return nodes;
}
function next(session: Session, node: ProfileNode, step: Step): readonly ProfileNode[] {
  if (step.kind === 'type') return ofType(node, step.type);
  if (step.kind === 'resolve') return (node.element?.types ?? []).flatMap((type) => type.targets ?? []).flatMap((target) => rootOf(session, target));
  const name = step.kind === 'extension' ? 'extension' : step.name;
  const found = [node, ...profilesOf(node).flatMap((profile) => rootOf(session, profile))]
    .flatMap((one) => one.children.get(name) ?? choiceOf(one, name));
  if (step.kind === 'child') return found.flatMap((one) => [one, ...one.slices]);
  return found.flatMap((one) => one.slices).filter((slice) => extensionUrls(session, slice).includes(step.url));
}
/** A choice of this type: its slice for the type when it has one, itself when it allows the type; nothing when it is of another type. The root of a target is of its own type. */
function ofType(node: ProfileNode, type: string): readonly ProfileNode[] {
  const allows = (one: ProfileNode): boolean => one.element?.types?.some((own) => own.code === type) ?? one.name === type;
  const own = node.slices.filter(allows);
  return own.length > 0 ? own : allows(node) ? [node] : [];
}
/** A path may name one type of a choice, `valueCoding`, where the definition has `value[x]`. */
function choiceOf(node: ProfileNode, name: string): readonly ProfileNode[] {
  for (const [own, child] of node.children) if (name.startsWith(own) && /^[A-Z]/.test(name.slice(own.length)) && child.element?.path.endsWith('[x]') === true) return [child, ...child.slices];
  return [];
}
const profilesOf = (node: ProfileNode): readonly string[] => (node.element?.types ?? []).flatMap((type) => type.profiles ?? []);
function rootOf(session: Session, canonical: string): readonly ProfileNode[] {
  const answer = session.env.profiles.of(canonical);
  return answer.kind === 'ok' ? [answer.plan.root] : [];
}
/** Urls of an extension slice: what it fixes, or the canonicals of its profiles. */
export function extensionUrls(session: Session, slice: ProfileNode): readonly string[] {
  const own = slice.children.get('url')?.fixed?.value;
  if (typeof own === 'string') return [own];
  const urls: string[] = [];
  for (const canonical of profilesOf(slice)) {
    const fixed = rootOf(session, canonical)[0]?.children.get('url')?.fixed?.value;
    urls.push(typeof fixed === 'string' ? fixed : canonical.split('|')[0]!);
  }
  return urls;
}

// Along the resource

/** Items at the end of a path; null when a reference on the way is not in the message. */
function values(session: Session, item: Item, steps: readonly Step[]): readonly Item[] | null {
  let items: readonly Item[] = [item];
  for (const step of steps) {
    const found: Item[] = [];
    for (const one of items) {
      if (step.kind === 'resolve') {
        const target = targetOf(session, one);
        if (target === null) return null;
        found.push(target);
      } else if (step.kind === 'type') {
        if (one.type === step.type) found.push(one);
      } else if (step.kind === 'extension') {
        found.push(...childItems(session.env.base, one, 'extension').filter((extension) => isObject(extension.value) && extension.value.url === step.url));
      } else {
        found.push(...childItems(session.env.base, one, step.name));
      }
    }
    items = found;
  }
  return items;
}
/** The resource that a reference points at, as an item with a scope of its own; null when it is not here. */
export function targetOf(session: Session, item: Item): Item | null {
  const reference = isObject(item.value) ? item.value.reference : item.value;
  if (typeof reference !== 'string') return null;
  const found = item.scope.resolve(reference);
  if (found.kind !== 'contained' && found.kind !== 'bundled') return null;
  const resource = found.resource;
  const root = session.env.base.type(resource.resourceType);
  if (root === null || !isResource(resource)) return null;
  const scope = resource === item.scope.root.resource ? item.scope.root : found.kind === 'contained' ? item.scope.root.contained(resource) : new ResourceScope(resource, null, item.scope.bundle);
  return new Item(null, '', resource.resourceType, -1, resource, undefined, resource.resourceType, root, scope);
}

// By kind of discriminator

const follows = (steps: readonly Step[]): boolean => steps.some((step) => step.kind === 'resolve');

function byValue(session: Session, slice: ProfileNode, nodes: readonly ProfileNode[], steps: readonly Step[], path: string): SliceMatcher | null {
  // An extension's url is known from the profile that the slice names, also when that profile is not loaded.
  if (path === 'url') {
    const urls = extensionUrls(session, slice);
    if (urls.length > 0) return { says: `url = ${urls.join(' | ')}`, doubt: 'definition', test: (_session, item) => isObject(item.value) && urls.includes(item.value.url as string) };
  }
  const direct = nodes.filter((node) => node.fixed !== undefined || node.pattern !== undefined);
  const criteria = direct.length > 0 ? direct : nodes.filter(hasCriterion);
  if (criteria.length === 0) return null;
  return {
    says: `${path} = ${criteria.map(criterionText).join(' | ')}`, doubt: follows(steps) ? 'reference' : 'code',
    test(current, item) {
      const found = values(current, item, steps);
      if (found === null) return null;
      return any(criteria.map((node) => any(found.map((value) => meets(current, value, node)))));
    },
  };
}
const boundTo = (node: ProfileNode): string | undefined => (node.element?.binding?.strength === 'required' ? node.element.binding.valueSet : undefined);
/** Whether a node, or what stands below it, says by itself what a value must be. */
const hasCriterion = (node: ProfileNode): boolean => node.fixed !== undefined || node.pattern !== undefined || boundTo(node) !== undefined || deciding(node).length > 0;
/** Children that say what a value must be, and slices of children that must be there and do. */
function deciding(node: ProfileNode): readonly ProfileNode[] {
  return [...node.children.values()].flatMap((child) => [child, ...child.slices.filter((slice) => slice.min > 0)]).filter(hasCriterion);
}
function criterionText(node: ProfileNode): string {
  if (node.fixed !== undefined) return shown(node.fixed.value);
  if (node.pattern !== undefined) return shown(node.pattern.value);
  const bound = boundTo(node);
  if (bound !== undefined) return `(${bound})`;
  return deciding(node).map((child) => `${child.name}: ${criterionText(child)}`).join(', ');
}
/** Whether a value is what a node asks: fixed, pattern, required binding, or those of its children together. */
function meets(session: Session, item: Item, node: ProfileNode): boolean | null {
  if (node.fixed !== undefined) return sameValue(item.value, node.fixed.value);
  if (node.pattern !== undefined) return containsPattern(item.value, node.pattern.value);
  const below = deciding(node);
  const bound = boundTo(node);
  // A binding decides only where nothing sharper stands below: a system and code do.
  if (bound !== undefined && below.length === 0) return member(session, item.value, bound);
  return all(below.map((child) => any(childItems(session.env.base, item, child.name).map((value) => meets(session, value, child)))));
}
function member(session: Session, value: Json | undefined, valueSet: string): boolean | null {
  const codes = codesIn(value);
  if (codes.length === 0) return false;
  return any(codes.map((code) => {
    const answer = session.env.terminology.check(valueSet, code);
    return answer === 'in' ? true : answer === 'out' ? false : null;
  }));
}
function codesIn(value: Json | undefined): readonly CodeToCheck[] {
  if (typeof value === 'string') return [{ code: value }];
  if (!isObject(value)) return [];
  if (Array.isArray(value.coding)) return value.coding.flatMap((one) => codesIn(one));
  return typeof value.code === 'string' ? [{ code: value.code, ...(typeof value.system === 'string' && { system: value.system }) }] : [];
}

function byType(nodes: readonly ProfileNode[], steps: readonly Step[], path: string, session: Session): SliceMatcher | null {
  const resolves = steps.at(-1)?.kind === 'resolve';
  const types = resolves ? nodes.map((one) => one.name) : nodes[0]?.element?.types?.map((type) => type.code) ?? [];
  if (types.length === 0) return null;
  return {
    says: `${path} is ${[...new Set(types)].join(' | ')}`, doubt: 'reference',
    test(current, item) {
      // The type of a target can be read from a RESTful reference that does not resolve here.
      if (resolves) {
        const references = values(current, item, steps.slice(0, -1));
        return references === null ? null : any(references.map((reference) => {
          const type = typeOfTarget(current, reference);
          return type === null ? null : types.some((one) => current.env.base.lineage(type).includes(one));
        }));
      }
      const found = values(current, item, steps);
      return found === null ? null : found.some((value) => types.some((type) => session.env.base.lineage(value.type).includes(type)));
    },
  };
}
/** Type of a reference's target: resolved, or as its text says; null when neither tells. */
export function typeOfTarget(session: Session, item: Item): string | null {
  const target = targetOf(session, item);
  if (target !== null) return target.type;
  if (!isObject(item.value)) return null;
  const parts = typeof item.value.reference === 'string' ? restfulReference(item.value.reference) : null;
  if (parts !== null && session.env.base.kindOf(parts.type) === 'resource') return parts.type;
  return typeof item.value.type === 'string' && session.env.base.kindOf(item.value.type) === 'resource' ? item.value.type : null;
}
function byExistence(nodes: readonly ProfileNode[], steps: readonly Step[], path: string): SliceMatcher | null {
  const node = nodes[0];
  if (node?.element === undefined) return null;
  const absent = node.element.max === 0;
  if (!absent && (node.element.min ?? 0) === 0) return null;
  return {
    says: absent ? `${path} absent` : `${path} present`, doubt: 'reference',
    test(session, item) {
      const found = values(session, item, steps);
      return found === null ? null : (found.length === 0) === absent;
    },
  };
}
function byProfile(nodes: readonly ProfileNode[], steps: readonly Step[], path: string, conforms: Conforms): SliceMatcher | null {
  const resolves = steps.at(-1)?.kind === 'resolve';
  const profiles = resolves ? nodes.map((node) => node.asker.profile) : nodes.flatMap(profilesOf);
  if (profiles.length === 0) return null;
  return {
    says: `${path} conforms to ${profiles.join(' | ')}`, doubt: follows(steps) ? 'reference' : 'definition',
    test(session, item) {
      if (resolves) {
        const references = values(session, item, steps.slice(0, -1));
        return references === null ? null : any(references.map((reference) => targetConforms(session, reference, profiles, conforms)));
      }
      const found = values(session, item, steps);
      return found === null ? null : any(found.flatMap((value) => profiles.map((profile) => conforms(session, value, profile))));
    },
  };
}
/** A target that is not here is of another slice when its type already says so. */
function targetConforms(session: Session, reference: Item, profiles: readonly string[], conforms: Conforms): boolean | null {
  const target = targetOf(session, reference);
  if (target !== null) return any(profiles.map((profile) => conforms(session, target, profile)));
  const type = typeOfTarget(session, reference);
  if (type === null) return null;
  const possible = profiles.some((profile) => {
    const structure = session.env.definitions.structure(profile);
    return structure === null || session.env.base.lineage(type).includes(structure.type);
  });
  return possible ? null : false;
}
export function any(answers: readonly (boolean | null)[]): boolean | null { return answers.includes(true) ? true : answers.includes(null) ? null : false; }
export function all(answers: readonly (boolean | null)[]): boolean | null { return answers.includes(false) ? false : answers.includes(null) ? null : true; }
