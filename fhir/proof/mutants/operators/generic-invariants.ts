import type { ConstraintFacts } from '../../../definitions/structure.ts';
import { dummyOf } from '../dummy.ts';
import { edited } from '../edit.ts';
import type { Operator, Site } from '../operator.ts';
import type { Node, Subject } from '../subject.ts';

/** Invariants of the element itself and of its type. */
export function constraintsOn(subject: Subject, node: Node): readonly ConstraintFacts[] {
  const own = node.member?.element.constraints ?? [];
  const type = subject.facts.elementAt(node.spot).constraints ?? [];
  return [...own, ...type].filter((one, index, all) => all.findIndex((other) => other.key === one.key) === index);
}
/** JSON members that hold an element: one, or one for each type of a choice. */
function jsonOf(subject: Subject, node: Node, element: string): string[] {
  return [...subject.facts.membersOf(node.spot).values()].filter((one) => one.json === element || (one.choice && one.element.path.endsWith(`.${element}[x]`))).map((one) => one.json);
}
const present = (node: Node, members: readonly string[]): boolean => members.some((one) => node.object[one] !== undefined || node.object[`_${one}`] !== undefined);

/** Elements of `a.exists() or b.exists()`; null for anything else. */
export function anyOf(expression: string): string[] | null {
  const parts = expression.split(' or ').map((part) => /^\(?([A-Za-z]+)\.exists\(\)\)?$/.exec(part.trim())?.[1]);
  return parts.length > 1 && parts.every((one) => one !== undefined) ? parts as string[] : null;
}
/** `a.empty() or b.exists()`, or `a.exists() implies b.exists()`: where `a` is, `b` is. */
export function needs(expression: string): readonly [string, string] | null {
  const found = /^([A-Za-z]+)\.empty\(\) or \(?([A-Za-z]+)\.exists\(\)\)?$/.exec(expression) ?? /^([A-Za-z]+)\.exists\(\) implies ([A-Za-z]+)\.exists\(\)$/.exec(expression);
  return found === null ? null : [found[1]!, found[2]!];
}
/** `a.empty() or b.empty()`: not both. */
export function excludes(expression: string): readonly [string, string] | null {
  const found = /^([A-Za-z]+)\.empty\(\) or ([A-Za-z]+)\.empty\(\)$/.exec(expression);
  return found === null ? null : [found[1]!, found[2]!];
}

type Break = Pick<Site, 'says' | 'make'>;
/** Without any of what an invariant of the form "a or b is there" asks. */
function* noneOf(subject: Subject, node: Node, { expression }: ConstraintFacts): Iterable<Break> {
  const names = anyOf(expression!);
  const members = names?.flatMap((name) => jsonOf(subject, node, name)) ?? [];
  if (!present(node, members)) return;
  // Something is left, or the fault would be another one.
  if (!Object.keys(node.object).some((key) => !members.includes(key.replace(/^_/, '')) && key !== 'resourceType' && key !== 'id')) return;
  yield { says: `without ${names!.join(', ')}`, make: () => ({ resource: edited(subject.resource, node.path, (object) => { for (const one of members) { delete object[one]; delete object[`_${one}`]; } }) }) };
}
/** With `a` and without `b`, where an invariant says that a needs b. */
function* withoutNeed(subject: Subject, node: Node, { expression }: ConstraintFacts): Iterable<Break> {
  const [one, other] = needs(expression!) ?? [];
  if (one === undefined) return;
  const first = jsonOf(subject, node, one);
  const second = jsonOf(subject, node, other!);
  const member = subject.facts.membersOf(node.spot).get(first[0] ?? '');
  const added = member === undefined ? undefined : dummyOf(member.type);
  if (second.length === 0 || (!present(node, first) && (added === undefined || !present(node, second) && Object.keys(node.object).length === 0))) return;
  yield {
    says: `${one} without ${other}`,
    make: () => ({
      resource: edited(subject.resource, node.path, (object) => {
        for (const name of second) { delete object[name]; delete object[`_${name}`]; }
        if (!present(node, first)) object[member!.json] = member!.list ? [added] : added;
      }),
    }),
  };
}
/** With both, where an invariant says "not both a and b". */
function* bothOf(subject: Subject, node: Node, { expression }: ConstraintFacts): Iterable<Break> {
  const pair = excludes(expression!);
  if (pair === null) return;
  for (const [there, added] of [pair, [pair[1], pair[0]] as const]) {
    const member = [...subject.facts.membersOf(node.spot).values()].find((one) => jsonOf(subject, node, added).includes(one.json) && dummyOf(one.type) !== undefined);
    if (member === undefined || !present(node, jsonOf(subject, node, there)) || present(node, jsonOf(subject, node, added))) continue;
    yield { says: `${added} beside ${there}`, make: () => ({ resource: edited(subject.resource, node.path, (object) => { object[member.json] = member.list ? [dummyOf(member.type)] : dummyOf(member.type); }) }) };
  }
}
const told = (node: Node, constraint: ConstraintFacts, site: Break): Site =>
  ({ ...site, says: `${constraint.key}: ${site.says}`, at: node.path, expected: { codes: [constraint.key.startsWith('bdl-') ? 'bundle-rule' : 'invariant-violated'], invariant: constraint.key, severity: constraint.severity } });

function operator(name: string, rule: string, sitesOf: (subject: Subject, node: Node, constraint: ConstraintFacts) => Iterable<Break>): Operator {
  return {
    name, rule,
    *sites(subject) {
      for (const node of subject.nodes) for (const constraint of constraintsOn(subject, node)) {
        if (constraint.expression !== undefined) for (const site of sitesOf(subject, node, constraint)) yield told(node, constraint, site);
      }
    },
  };
}
export const genericInvariantOperators: readonly Operator[] = [
  operator('invariant-none-of', 'an invariant of the form "a or b is there"', noneOf),
  operator('invariant-without-what-it-needs', 'an invariant of the form "where a is, b is"', withoutNeed),
  operator('invariant-with-what-it-excludes', 'an invariant of the form "not both a and b"', bothOf),
  {
    name: 'profile-invariant', rule: 'an invariant that a profile adds, of one of the three forms (FHIR STU3 and R4, Profiling)',
    *sites(subject) {
      const byPath = new Map(subject.nodes.map((node) => [node.path.join('/'), node]));
      for (const { element, items, profile } of subject.places) for (const item of items) {
        const node = byPath.get(item.path.join('/'));
        if (node === undefined) continue;
        const base = new Set(constraintsOn(subject, node).map((one) => one.key));
        for (const constraint of element.constraints ?? []) {
          if (constraint.expression === undefined || base.has(constraint.key)) continue;
          for (const breaks of [noneOf, withoutNeed, bothOf]) for (const site of breaks(subject, node, constraint)) yield told(node, constraint, { ...site, says: `${site.says}, of ${profile}` });
        }
      }
    },
  },
];
