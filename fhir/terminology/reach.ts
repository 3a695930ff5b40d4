import type { Definitions } from '../definitions/definitions.ts';
import type { ValueSetPart } from '../definitions/terminology.ts';
import { filterByCode, selected } from './filter.ts';
import { isComplete, Systems } from './systems.ts';

/**
 * How far a value set can be checked here. `whole`: every code gets a certain answer. `part`: codes of some of its systems, or by their form.
 * `none`: only that codes of foreign systems are out. `unknown`: it is not loaded, or says nothing.
 */
export type Reach = 'whole' | 'part' | 'none' | 'unknown';

/** Reach of value sets under these definitions; for listings and figures. */
export function createReach(definitions: Definitions): (valueSet: string) => Reach {
  const systems = new Systems(definitions);
  const known = new Map<string, Reach>();
  function of(canonical: string): Reach {
    const before = known.get(canonical);
    if (before !== undefined) return before;
    known.set(canonical, 'unknown');
    const reach = work(canonical);
    known.set(canonical, reach);
    return reach;
  }
  function work(canonical: string): Reach {
    const facts = definitions.valueSet(canonical);
    if (facts === null) return 'unknown';
    if (facts.include.length === 0) return facts.expansion === undefined ? 'unknown' : facts.expansionPartial === true ? 'part' : 'whole';
    const parts = [...facts.include, ...facts.exclude ?? []].map(ofPart);
    if (parts.every((part) => part === 'whole')) return 'whole';
    return parts.every((part) => part === 'none' || part === 'unknown') && facts.expansion === undefined ? 'none' : 'part';
  }
  function ofPart(part: ValueSetPart): Reach {
    const nested = part.valueSets?.map(of) ?? [];
    const own = part.system === undefined ? [] : [part.concepts !== undefined && part.filters === undefined ? 'whole' : ofSystem(part.system, part)];
    const all = [...own, ...nested];
    if (all.length === 0) return 'unknown';
    // R4 contradicts itself on several value sets in one part.
    const contradictory = definitions.fhir === 'r4' && nested.length > 1;
    if (all.every((one) => one === 'whole')) return contradictory ? 'part' : 'whole';
    return all.every((one) => one === 'none' || one === 'unknown') ? 'none' : 'part';
  }
  function ofSystem(system: string, part: ValueSetPart): Reach {
    const view = systems.view(system, part.version);
    if (view !== null && isComplete(view)) return (part.filters ?? []).every((filter) => filterByCode(filter) !== undefined || selected(view, filter) !== null) ? 'whole' : 'none';
    if (view !== null && view.size > 0 && part.filters === undefined) return 'part';
    // SNOMED CT and LOINC have no more than a check digit.
    return systems.rule(system) !== undefined && system !== 'http://snomed.info/sct' && system !== 'http://loinc.org' ? 'part' : 'none';
  }
  return of;
}
