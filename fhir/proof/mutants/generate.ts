import { random } from '../random.ts';
import type { Random } from '../random.ts';
import type { Operator, Site } from './operator.ts';
import type { Subject } from './subject.ts';

export interface Candidate { readonly operator: Operator; readonly subject: Subject; readonly site: Site; readonly asXml: boolean }

/** Sites of one operator in one resource that are kept, and that are looked at. */
const kept = 3;
const looked = 3000;

/**
 * About `count` sites, the same for the same seed: as many of each operator as there are, up to an equal share; what one lacks the others get.
 * The resources are drawn evenly, whatever their size.
 */
export function generate(subjects: readonly Subject[], operators: readonly Operator[], count: number, seed: number): Candidate[] {
  const found = operators.map((operator) => {
    // A seed of its own, so that a new operator leaves the mutants of the others as they are.
    const rng = random(seed ^ hash(operator.name));
    return drawn(operator, subjects, rng);
  });
  const shares = shareOut(found.map((one) => one.length), count);
  return found.flatMap((candidates, index) => candidates.slice(0, shares[index]));
}
/** One site of each resource, in an order by chance, then a second one of each, and so on. */
function drawn(operator: Operator, subjects: readonly Subject[], rng: Random): Candidate[] {
  const rounds: Candidate[][] = Array.from({ length: kept }, () => []);
  for (const subject of rng.shuffled(subjects)) {
    const sites: Site[] = [];
    let seen = 0;
    for (const site of operator.sites(subject)) {
      seen += 1;
      if (seen > looked) break;
      // Reservoir sampling: each site has the same chance.
      if (sites.length < kept) sites.push(site);
      else { const place = rng.below(seen); if (place < kept) sites[place] = site; }
    }
    for (const [round, site] of rng.shuffled(sites).entries()) rounds[round]!.push({ operator, subject, site, asXml: operator.jsonOnly !== true && rng.next() < 0.5 });
  }
  return rounds.flat();
}
/** Parts of a whole, each at most what there is. */
export function shareOut(available: readonly number[], whole: number): number[] {
  const shares = available.map(() => 0);
  let left = whole;
  let open = available.map((_, index) => index).filter((index) => available[index]! > 0);
  while (left > 0 && open.length > 0) {
    const each = Math.max(1, Math.floor(left / open.length));
    for (const index of open) {
      const more = Math.min(each, available[index]! - shares[index]!, left);
      shares[index] = shares[index]! + more;
      left -= more;
    }
    open = open.filter((index) => shares[index]! < available[index]!);
  }
  return shares;
}
function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return value >>> 0;
}
