import type { SlicingFacts, TypeFacts } from '../definitions/structure.ts';
import type { FhirFinding } from '../finding.ts';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';
import { checkBinding } from './bindings.ts';
import { childItems } from './child-items.ts';
import { Collector } from './collector.ts';
import { all, matchersOf } from './discriminators.ts';
import { firstDifference } from './equality.ts';
import type { Item } from './item.ts';
import type { ProfileNode } from './profile-plan.ts';
import { checkReference } from './references.ts';
import { report } from './session.ts';
import type { Asker, Session } from './session.ts';
import { range, say, shown } from './texts.ts';
import { checkRange } from './value-rules.ts';

/** Outcome of asking for a profile. */
export type ProfileWalk = 'walked' | 'unknown' | 'broken' | 'other-type';

/**
 * Judges a value against what a profile asks beyond base FHIR. Base validation of the same value is another walk: what base
 * refuses is not said again here.
 */
export function walkProfile(session: Session, item: Item, canonical: string): ProfileWalk {
  const answer = session.env.profiles.of(canonical);
  if (answer.kind !== 'ok') return answer.kind;
  const { structure, root } = answer.plan;
  if (!session.env.base.lineage(item.type).includes(structure.type)) return 'other-type';
  if (structure.derivation === 'specialization') return 'walked';
  if (isObject(item.value)) {
    const done = session.walked.get(item.value) ?? new Set<string>();
    if (done.has(answer.plan.canonical)) return 'walked';
    done.add(answer.plan.canonical);
    session.walked.set(item.value, done);
  }
  if (root.active) walkNode(session, item, root);
  return 'walked';
}

/** Targets of targets further than this from where the walk began are not looked into: each stands in the message and is judged there. */
const mostTrials = 20;
/** Whether a value conforms to a profile: true, false, or null when the profile is not here or the chain that leads to it is too long. Judged once a value; a circle counts as conforming. */
export function conforms(session: Session, item: Item, canonical: string): boolean | null {
  const key = item.value;
  const known = isObject(key) ? session.verdicts.get(key)?.get(canonical) : undefined;
  if (known === 'running') return true;
  if (known !== undefined) return known;
  if (session.trials >= mostTrials) return null;
  const remember = (answer: boolean | null | 'running'): void => {
    if (!isObject(key)) return;
    const byProfile = session.verdicts.get(key) ?? new Map<string, boolean | null | 'running'>();
    byProfile.set(canonical, answer);
    session.verdicts.set(key, byProfile);
  };
  remember('running');
  const answer = verdictOf(trial(session, item, canonical));
  remember(answer);
  return answer;
}
const verdictOf = (tried: Trial): boolean | null => (tried.walk === 'other-type' ? false : tried.walk !== 'walked' ? null : tried.errors.length === 0);

const inSilence = (session: Session): Session => ({ ...session, collector: new Collector(), pending: [], walked: new Map(), targets: new Map(), trials: session.trials + 1 });
interface Trial { readonly walk: ProfileWalk; readonly errors: readonly FhirFinding[] }
/** Walks without telling. */
function trial(session: Session, item: Item, canonical: string): Trial {
  const silent = inSilence(session);
  const walk = walkProfile(silent, item, canonical);
  return { walk, errors: silent.collector.findings.filter((finding) => finding.severity === 'error') };
}

/** Judges one value by one node of a profile: the value itself, then its children. */
function walkNode(session: Session, item: Item, node: ProfileNode): void {
  const { asker } = node;
  if (node.fixed !== undefined) differs(session, item, node, node.fixed.value, true);
  if (node.pattern !== undefined) differs(session, item, node, node.pattern.value, false);
  checkRange(session, item, node, asker);
  if (node.binding !== undefined) checkBinding(session, item, node.binding, asker);
  if (node.constraints.length > 0) session.env.invariants.check(session, item, node.constraints, asker);
  if (node.narrowed !== undefined) narrowed(session, item, node.narrowed, asker);
  for (const child of node.children.values()) if (child.active) walkChild(session, item, child);
}
function differs(session: Session, item: Item, node: ProfileNode, wanted: Json, exact: boolean): void {
  const difference = firstDifference(item.value, wanted, exact);
  if (difference === null) return;
  const at = difference.at === '' ? '' : `${difference.at} = `;
  report(session, item, {
    code: exact ? 'fixed-value-differs' : 'pattern-differs', severity: 'error', asker: node.asker, actual: shown(difference.found),
    expected: difference.wanted === undefined ? say(`precies ${shown(wanted)}`, `exactly ${shown(wanted)}`) : say(`${at}${shown(difference.wanted)}`, `${at}${shown(difference.wanted)}`),
  });
}

function walkChild(session: Session, parent: Item, child: ProfileNode): void {
  const items = childItems(session.env.base, parent, child.name);
  if (items.length < child.min) {
    report(session, parent, { code: 'element-missing', severity: 'error', member: child.name, asker: child.asker, actual: items.length === 0 ? '' : `${items.length}`, expected: say(`${child.name} (${range(child.min, child.max)})`, `${child.name} (${range(child.min, child.max)})`) });
  }
  if (items.length > child.max) {
    report(session, parent, { code: 'too-many', severity: 'error', member: items[0]!.json, asker: child.asker, actual: `${items.length}`, expected: child.max === 0 ? say(`geen ${child.name}`, `no ${child.name}`) : say(`hooguit ${child.max}`, `at most ${child.max}`) });
    if (child.max === 0) return;
  }
  for (const item of items) {
    if (child.types !== undefined && !allowed(session, item, child.types)) {
      report(session, item, { code: 'type-not-allowed', severity: 'error', asker: child.asker, actual: item.type, expected: say(child.types.map((type) => type.code).join(' of '), child.types.map((type) => type.code).join(' or ')) });
      continue;
    }
    walkNode(session, item, child);
  }
  if (child.slices.length > 0) walkSlices(session, parent, child, items, child.slicing);
}
function allowed(session: Session, item: Item, types: readonly TypeFacts[]): boolean {
  const names = session.env.base.lineage(item.type);
  return types.some((type) => names.includes(type.code) || type.code === 'Resource' || type.code.startsWith('System.'));
}

/** Slicing: FHIR R4 and STU3, Profiling, "Slicing". */
function walkSlices(session: Session, parent: Item, head: ProfileNode, items: readonly Item[], slicing: SlicingFacts | undefined): void {
  const assigned = new Map<ProfileNode, Item[]>(head.slices.map((slice) => [slice, []]));
  const undecided: Item[] = [];
  for (const slice of head.slices) slice.matchers ??= matchersOf(session, head, slice, slicing, conforms);
  let last = -1;
  let unmatched: Item | null = null;
  for (const item of items) {
    let doubt = false;
    let found = -1;
    for (const [index, slice] of head.slices.entries()) {
      const answer = matches(session, slice, item);
      if (answer === true) { found = index; break; }
      doubt ||= answer === null;
    }
    if (found === -1) {
      if (doubt) { undecided.push(item); inDoubt(session, item, head); }
      else if (slicing?.rules === 'closed') closed(session, item, head, slicing);
      else unmatched ??= item;
      continue;
    }
    const slice = head.slices[found]!;
    assigned.get(slice)!.push(item);
    if (slicing?.ordered === true && found < last) outOfOrder(session, item, slice, head.slices[last]!);
    if (slicing?.rules === 'openAtEnd' && unmatched !== null) outOfOrder(session, item, slice, null);
    last = Math.max(last, found);
  }
  for (const [slice, members] of assigned) sliceOf(session, parent, head, slice, members, undecided);
}
/** An item of which the slice can't be told is told, unless only the target of a reference would say: references to elsewhere are not followed anywhere. */
function inDoubt(session: Session, item: Item, head: ProfileNode): void {
  const slice = head.slices.find((one) => all((one.matchers ?? []).map((matcher) => matcher.test(session, item))) === null)!;
  const matcher = slice.matchers!.find((one) => one.test(session, item) === null)!;
  if (matcher.doubt === 'reference' || !slice.active) return;
  report(session, item, {
    code: matcher.doubt === 'code' ? 'code-not-checked' : 'profile-not-checked', severity: 'not-checked', asker: slice.asker, actual: shown(item.value),
    expected: say(`of dit slice ${slice.slice} is: ${matcher.says}`, `whether this is slice ${slice.slice}: ${matcher.says}`),
  });
}
function sliceOf(session: Session, parent: Item, head: ProfileNode, slice: ProfileNode, members: readonly Item[], undecided: readonly Item[]): void {
  const name = slice.slice ?? '';
  const matchers = slice.matchers ?? [];
  const how = matchers.map((one) => one.says).join(' & ');
  if (members.length < slice.min) {
    // What could not be decided may well belong here.
    const open = undecided.some((item) => all(matchers.map((one) => one.test(session, item))) === null);
    report(session, parent, {
      code: open ? 'profile-not-checked' : 'slice-missing', severity: open ? 'not-checked' : 'error', member: head.name, asker: slice.asker, actual: `${members.length}`,
      expected: say(`slice ${name} (${range(slice.min, slice.max)}): ${how}`, `slice ${name} (${range(slice.min, slice.max)}): ${how}`),
    });
  }
  if (members.length > slice.max) {
    report(session, parent, { code: 'slice-too-many', severity: 'error', member: members[0]!.json, asker: slice.asker, actual: `${members.length}`, expected: say(`slice ${name} hooguit ${slice.max}: ${how}`, `slice ${name} at most ${slice.max}: ${how}`) });
  }
  for (const item of members) if (slice.active) walkNode(session, item, slice);
  if (slice.slices.length > 0) walkSlices(session, parent, slice, members, slice.slicing);
}
function matches(session: Session, slice: ProfileNode, item: Item): boolean | null {
  const matchers = slice.matchers!;
  if (matchers.length === 0) return byContent(session, slice, item);
  return all(matchers.map((matcher) => matcher.test(session, item)));
}
/** Slicing without discriminators: an item belongs to a slice whose rules it keeps. */
function byContent(session: Session, slice: ProfileNode, item: Item): boolean {
  const silent = inSilence(session);
  walkNode(silent, item, slice);
  return silent.collector.errors === 0;
}
function closed(session: Session, item: Item, head: ProfileNode, slicing: SlicingFacts): void {
  const nearest = nearestSlice(session, head, item);
  const why = nearest === null ? '' : `; ${nearest.slice.slice}: ${nearest.missing.join(', ')}`;
  report(session, item, {
    code: 'slice-unmatched', severity: 'error', asker: head.asker, actual: shown(item.value),
    expected: say(`één van de slices ${head.slices.map((slice) => slice.slice).join(', ')} (${slicing.rules})${why}`, `one of the slices ${head.slices.map((slice) => slice.slice).join(', ')} (${slicing.rules})${why}`),
  });
}
/** The slice of which most discriminators fit, with those that do not. */
function nearestSlice(session: Session, head: ProfileNode, item: Item): { readonly slice: ProfileNode; readonly missing: readonly string[] } | null {
  let best: { slice: ProfileNode; missing: string[] } | null = null;
  for (const slice of head.slices) {
    const missing = (slice.matchers ?? []).filter((matcher) => matcher.test(session, item) !== true).map((matcher) => matcher.says);
    if (best === null || missing.length < best.missing.length) best = { slice, missing };
  }
  return best;
}
function outOfOrder(session: Session, item: Item, slice: ProfileNode, before: ProfileNode | null): void {
  report(session, item, {
    code: 'slice-out-of-order', severity: 'error', asker: slice.asker, actual: slice.slice ?? '',
    expected: before === null ? say(`slice ${slice.slice} vóór andere herhalingen`, `slice ${slice.slice} before other repetitions`) : say(`slice ${slice.slice} vóór ${before.slice}`, `slice ${slice.slice} before ${before.slice}`),
  });
}

/** Profiles on the type, any one of which suffices, and targets of references. */
function narrowed(session: Session, item: Item, types: readonly TypeFacts[], asker: Asker): void {
  const lineage = session.env.base.lineage(item.type);
  const type = types.find((one) => lineage.includes(one.code)) ?? types.find((one) => one.code === 'Resource');
  if (type === undefined) return;
  if (type.profiles !== undefined) typeProfiles(session, item, type.profiles, asker);
  if (item.type === 'Reference' && type.targets !== undefined) checkReference(session, item, [type], asker);
}
/** Profiles on a data type, of which one must be met. */
export function typeProfiles(session: Session, item: Item, profiles: readonly string[], asker: Asker): void {
  if (profiles.length === 1) {
    const walk = walkProfile(session, item, profiles[0]!);
    if (walk === 'other-type') wrongType(session, item, profiles, asker);
    else if (walk !== 'walked') missingProfile(session, item, profiles[0]!, asker);
    return;
  }
  const trials = profiles.map((profile) => ({ profile, ...trial(session, item, profile) }));
  const fitting = trials.find((one) => one.walk === 'walked' && one.errors.length === 0);
  if (fitting !== undefined) { walkProfile(session, item, fitting.profile); return; }
  const absent = trials.find((one) => one.walk === 'unknown' || one.walk === 'broken');
  if (absent !== undefined) { missingProfile(session, item, absent.profile, asker); return; }
  const best = trials.filter((one) => one.walk === 'walked').sort((one, other) => one.errors.length - other.errors.length)[0];
  if (best === undefined) { wrongType(session, item, profiles, asker); return; }
  // Of the nearest profile the first faults only: the rest follows from the choice.
  session.collector.take(best.errors.slice(0, 3));
}
function wrongType(session: Session, item: Item, profiles: readonly string[], asker: Asker): void {
  report(session, item, { code: 'profile-type-differs', severity: 'error', asker, actual: item.type, expected: say(profiles.join(' of '), profiles.join(' or ')) });
}
/** An extension whose definition is missing is told by `extensions.ts`. */
function missingProfile(session: Session, item: Item, profile: string, asker: Asker): void {
  if (item.type === 'Extension') return;
  report(session, item, { code: 'profile-not-checked', severity: 'not-checked', asker, actual: '', expected: say(`profiel ${profile} is niet geladen`, `profile ${profile} is not loaded`) });
}
