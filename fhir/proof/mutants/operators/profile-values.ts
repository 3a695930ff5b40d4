import type { FindingCode } from '../../../finding-codes.ts';
import { isObject } from '../../../json.ts';
import type { Json, JsonPath } from '../../../json.ts';
import { dummyOf } from '../dummy.ts';
import { brief, edited, replaced } from '../edit.ts';
import { noCode, surelyLacks } from '../enumerable.ts';
import type { Operator, Site } from '../operator.ts';
import type { ProfileItem, ProfilePlace } from '../profile-places.ts';
import { contains } from '../profile-places.ts';
import type { Subject } from '../subject.ts';

const profiling = 'FHIR STU3 and R4, Profiling and ElementDefinition';
type At = Pick<Site, 'says' | 'make' | 'at'>;
function onItems(name: string, rule: string, codes: readonly FindingCode[], sites: (subject: Subject, place: ProfilePlace, item: ProfileItem) => Iterable<At>): Operator {
  return {
    name, rule: `${rule} (${profiling})`,
    *sites(subject) {
      for (const place of subject.places) {
        if (place.discriminates || looksAtWhole(place)) continue;
        for (const item of place.items) for (const site of sites(subject, place, item)) yield { ...site, says: `${place.element.id} of ${place.profile}: ${site.says}`, expected: { codes } };
      }
    },
  };
}
/** The value is what its slicing looks at: changed, it belongs to no slice or another. */
function looksAtWhole(place: ProfilePlace): boolean {
  if (place.element.sliceName === undefined) return false;
  const head = place.structure.snapshot!.find((one) => one.id === place.element.id.slice(0, place.element.id.lastIndexOf(':')));
  return head?.slicing?.discriminators.some((one) => one.type !== 'type') ?? !place.choice;
}

/** Leaves of a value that a pattern asks, each with another value. */
function* otherLeaves(pattern: Json, value: Json, path: JsonPath): Iterable<{ readonly path: JsonPath; readonly value: Json }> {
  if (Array.isArray(pattern)) {
    for (const part of pattern as readonly Json[]) {
      const fitting = Array.isArray(value) ? (value as readonly Json[]).map((one, index) => ({ one, index })).filter(({ one }) => contains(one, part)) : [];
      // Two that fit: changing one breaks nothing.
      if (fitting.length === 1) yield* otherLeaves(part, fitting[0]!.one, [...path, fitting[0]!.index]);
    }
    return;
  }
  if (isObject(pattern)) {
    if (isObject(value)) for (const [key, part] of Object.entries(pattern)) if (part !== undefined && value[key] !== undefined) yield* otherLeaves(part, value[key]!, [...path, key]);
    return;
  }
  yield { path, value: typeof pattern === 'string' ? `${pattern}-x` : typeof pattern === 'number' ? pattern + 1 : pattern === true ? false : true };
}

export const profileValueOperators: readonly Operator[] = [
  onItems('fixed-value-changed', 'fixed[x]: exactly this value', ['fixed-value-differs'], function* (subject, place, item) {
    const { fixed } = place.element;
    // Another url is another extension.
    if (fixed === undefined || place.element.path === 'Extension.url') return;
    for (const leaf of otherLeaves(fixed.value, item.value, item.path)) yield { at: item.path, says: `${leaf.path.slice(item.path.length).join('.')} → ${brief(leaf.value)}`, make: () => ({ resource: replaced(subject.resource, leaf.path, leaf.value) }) };
  }),
  onItems('pattern-broken', 'pattern[x]: at least these values', ['pattern-differs'], function* (subject, place, item) {
    const { pattern } = place.element;
    if (pattern === undefined) return;
    for (const leaf of otherLeaves(pattern.value, item.value, item.path)) yield { at: item.path, says: `${leaf.path.slice(item.path.length).join('.')} → ${brief(leaf.value)}`, make: () => ({ resource: replaced(subject.resource, leaf.path, leaf.value) }) };
  }),
  onItems('profile-type-not-allowed', 'a profile may allow fewer types', ['type-not-allowed', 'slice-unmatched', 'too-many'], function* (subject, place, item) {
    const { element } = place;
    if (!place.choice || element.sliceName !== undefined) return;
    const base = element.base === undefined ? undefined : subject.definitions.type(element.base.path.split('.')[0]!)?.snapshot?.find((one) => one.path === element.base!.path);
    const allowed = new Set((element.types ?? []).map((one) => one.code));
    for (const { code } of base?.types ?? []) {
      const value = dummyOf(code);
      if (value === undefined || allowed.has(code) || subject.facts.lineage(code).some((one) => allowed.has(one))) continue;
      const name = place.name + code[0]!.toUpperCase() + code.slice(1);
      yield {
        at: [...place.parentPath, name], says: `${item.json} → ${name}`,
        make: () => ({ resource: edited(subject.resource, place.parentPath, (object) => { delete object[item.json]; delete object[`_${item.json}`]; object[name] = value; }) }),
      };
    }
  }),
  onItems('profile-reference-target', 'a profile may allow fewer targets', ['reference-target-type'], function* (subject, place, item) {
    if (!isObject(item.value) || typeof item.value.reference !== 'string' || !/^([a-z]+:.*\/)?[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/.test(item.value.reference)) return;
    const targets = (place.element.types ?? []).find((one) => one.code === 'Reference')?.targets ?? [];
    const types = targets.map((one) => subject.definitions.structure(one)?.type);
    if (types.length === 0 || types.includes(undefined) || types.includes('Resource')) return;
    for (const type of ['Patient', 'Organization', 'Location', 'Observation', 'Basic']) {
      if (types.some((one) => one === type || subject.facts.lineage(type).includes(one!))) continue;
      const wrong = `${type}/mutant-1`;
      yield { at: [...item.path, 'reference'], says: `${item.value.reference} → ${wrong}, of ${types.join(', ')}`, make: () => ({ resource: edited(subject.resource, item.path, (object) => { object.reference = wrong; delete object.type; }) }) };
    }
  }),
  onItems('profile-code-outside-value-set', 'a profile may require a value set', ['code-not-in-value-set'], function* (subject, place, item) {
    const { binding, base } = place.element;
    if (binding?.strength !== 'required' || binding.valueSet === undefined || base === undefined || !surelyLacks(subject.definitions, binding.valueSet, noCode)) return;
    const { value } = item;
    if (typeof value === 'string') { yield { at: item.path, says: `${brief(value)} → "${noCode}"`, make: () => ({ resource: replaced(subject.resource, item.path, noCode) }) }; return; }
    if (!isObject(value)) return;
    const coding = Array.isArray(value.coding) ? value.coding[0] : typeof value.code === 'string' && value.value === undefined ? value : undefined;
    if (!isObject(coding) || typeof coding.system !== 'string') return;
    const wrong = { system: coding.system, code: noCode };
    yield { at: item.path, says: `${brief(coding)} → ${brief(wrong)}, of ${binding.valueSet}`, make: () => ({ resource: replaced(subject.resource, item.path, value.coding === undefined ? wrong : { coding: [wrong] }) }) };
  }),
  {
    name: 'closed-slicing-violated', rule: `closed slicing: each item belongs to a slice (${profiling})`,
    *sites(subject) {
      for (const place of subject.places) {
        const { slicing, id } = place.element;
        if (slicing?.rules !== 'closed' || place.items.length === 0 || place.choice || !Array.isArray(place.parent[place.name])) continue;
        // A value that no slice fixes or has as pattern, at the place where the slicing looks.
        const [one, ...more] = slicing.discriminators;
        if (one === undefined || more.length > 0 || (one.type !== 'value' && one.type !== 'pattern') || !/^[a-z]+$/i.test(one.path)) continue;
        const slices = place.structure.snapshot!.filter((other) => other.id.startsWith(`${id}:`) && other.path === place.element.path);
        const wanted = slices.map((slice) => place.structure.snapshot!.find((other) => other.id === `${slice.id}.${one.path}`)).map((other) => other?.fixed ?? other?.pattern);
        if (wanted.length === 0 || wanted.includes(undefined) || wanted.some((other) => typeof other!.value !== 'string')) continue;
        const at = [...place.parentPath, place.name, (place.parent[place.name] as readonly Json[]).length];
        yield {
          at, says: `${id} of ${place.profile}: an item with ${one.path} "mutant"`, expected: { codes: ['slice-unmatched'] },
          make: () => ({ resource: edited(subject.resource, place.parentPath, (object) => { (object[place.name] as unknown[]).push({ ...structuredClone(place.items[0]!.value) as object, [one.path]: 'mutant' }); }) }),
        };
      }
    },
  },
];
