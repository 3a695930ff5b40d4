import type { FindingCode } from '../../../finding-codes.ts';
import { dummyOf } from '../dummy.ts';
import { brief, edited } from '../edit.ts';
import type { Editable } from '../edit.ts';
import type { Operator, Site } from '../operator.ts';
import type { ProfileItem, ProfilePlace } from '../profile-places.ts';
import type { Subject } from '../subject.ts';

const profiling = 'FHIR STU3 and R4, Profiling';
const isSlice = (place: ProfilePlace): boolean => place.element.sliceName !== undefined && place.element.id.endsWith(`:${place.element.sliceName}`);
const json = (item: ProfileItem): string => item.json;
const isListItem = (item: ProfileItem): boolean => typeof item.path[item.path.length - 1] === 'number';

/** Items taken away, last first so that places stay right; members that become empty go too. */
function without(subject: Subject, place: ProfilePlace): ReturnType<Site['make']> {
  return {
    resource: edited(subject.resource, place.parentPath, (object) => {
      for (const item of [...place.items].reverse()) {
        if (!isListItem(item)) { delete object[json(item)]; delete object[`_${json(item)}`]; continue; }
        const list = object[json(item)] as unknown[];
        list.splice(item.path[item.path.length - 1] as number, 1);
        const side = object[`_${json(item)}`];
        if (Array.isArray(side)) side.splice(item.path[item.path.length - 1] as number, 1);
        if (list.length === 0) { delete object[json(item)]; delete object[`_${json(item)}`]; }
      }
    }),
  };
}
const leavesContent = (place: ProfilePlace): boolean => {
  const gone = new Set(place.items.map(json));
  return Object.keys(place.parent).some((key) => key !== 'resourceType' && key !== 'id' && key !== 'url' && (!gone.has(key.replace(/^_/, '')) || (Array.isArray(place.parent[key]) && (place.parent[key] as unknown[]).length > place.items.length)));
};
/** Where the finding is expected: the member of the parent. */
const memberOf = (place: ProfilePlace): Site['at'] => [...place.parentPath, place.items[0] === undefined ? place.name : json(place.items[0])];

function onPlaces(name: string, rule: string, codes: readonly FindingCode[], sites: (subject: Subject, place: ProfilePlace) => Iterable<Pick<Site, 'says' | 'make'>>): Operator {
  return {
    name, rule: `${rule} (${profiling})`,
    *sites(subject) {
      for (const place of subject.places) for (const site of sites(subject, place)) yield { ...site, says: `${place.element.id} of ${place.profile}: ${site.says}`, at: memberOf(place), expected: { codes } };
    },
  };
}
export const profileCardinalityOperators: readonly Operator[] = [
  onPlaces('profile-required-removed', 'a profile may ask an element that base leaves free', ['element-missing'], function* (subject, place) {
    const { element } = place;
    if (isSlice(place) || place.inSlice || (element.min ?? 0) < 1 || (element.base?.min ?? 0) > 0 || place.items.length === 0 || place.discriminates || !leavesContent(place)) return;
    yield { says: 'removed', make: () => without(subject, place) };
  }),
  onPlaces('slice-required-element-removed', 'a slice may ask an element inside its items', ['element-missing', 'slice-missing'], function* (subject, place) {
    const { element } = place;
    if (!place.inSlice || isSlice(place) || (element.min ?? 0) < 1 || place.items.length === 0 || place.discriminates || !leavesContent(place)) return;
    yield { says: 'removed', make: () => without(subject, place) };
  }),
  onPlaces('slice-removed', 'a slice with a minimum is there', ['slice-missing', 'element-missing'], function* (subject, place) {
    if (!isSlice(place) || (place.element.min ?? 0) < 1 || place.items.length === 0 || !leavesContent(place)) return;
    yield { says: `${place.items.length} removed`, make: () => without(subject, place) };
  }),
  onPlaces('slice-too-often', 'a slice keeps its maximum', ['slice-too-many', 'too-many'], function* (subject, place) {
    const { max } = place.element;
    if (!isSlice(place) || typeof max !== 'number' || max < 1 || place.items.length === 0 || !place.items.every(isListItem)) return;
    yield { says: `${max + 1} times`, make: () => ({ resource: repeated(subject, place, max + 1) }) };
  }),
  onPlaces('profile-too-often', 'a profile may lower the maximum', ['too-many'], function* (subject, place) {
    const { max, base } = place.element;
    if (isSlice(place) || typeof max !== 'number' || max < 1 || base === undefined || (base.max !== '*' && base.max <= max) || place.items.length === 0 || !place.items.every(isListItem)) return;
    yield { says: `${max + 1} times`, make: () => ({ resource: repeated(subject, place, max + 1) }) };
  }),
  onPlaces('profile-forbidden-added', 'a maximum of 0 forbids an element', ['too-many', 'slice-too-many', 'type-not-allowed'], function* (subject, place) {
    const { max, base, types } = place.element;
    if (isSlice(place) || max !== 0 || base?.max === 0 || place.items.length > 0) return;
    const type = types?.find((one) => dummyOf(one.code) !== undefined)?.code;
    if (type === undefined) return;
    const name = place.choice ? place.name + type[0]!.toUpperCase() + type.slice(1) : place.name;
    const value = place.element.path === 'Quantity.comparator' ? '<' : dummyOf(type)!;
    const list = base !== undefined && base.max !== '*' && base.max <= 1 ? value : [value];
    yield { says: `${name}: ${brief(value)} added`, make: () => ({ resource: edited(subject.resource, place.parentPath, (object) => { object[name] = list; }) }) };
  }),
];
function repeated(subject: Subject, place: ProfilePlace, times: number): ReturnType<typeof edited> {
  return edited(subject.resource, place.parentPath, (object: Editable) => {
    const list = object[json(place.items[0]!)] as unknown[];
    const side = object[`_${json(place.items[0]!)}`];
    for (let count = place.items.length; count < times; count += 1) {
      list.push(structuredClone(place.items[0]!.value));
      if (Array.isArray(side)) side.push(null);
    }
  });
}
