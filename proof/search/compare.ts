import type { Observed } from './observe.ts';

export type Aspect = 'status' | 'matches' | 'order' | 'includes' | 'total' | 'pages' | 'self';
export interface Difference { readonly aspect: Aspect; readonly simulator: string; readonly reference: string }

/** In what two answers to one search differ. The order counts only where the search asks for one. */
export function differencesOf(target: string, simulator: Observed, reference: Observed): Difference[] {
  const outcome = ({ status, kind }: Observed): string => `${status} ${kind}`;
  // After a difference in outcome there is nothing to compare.
  if (outcome(simulator) !== outcome(reference)) return [{ aspect: 'status', simulator: outcome(simulator), reference: outcome(reference) }];
  const ordered = /[?&]_sort=|\$lastn/.test(target);
  const found: Difference[] = [];
  const check = (aspect: Aspect, of: (answer: Observed) => unknown): void => {
    const [ours, theirs] = [JSON.stringify(of(simulator)), JSON.stringify(of(reference))];
    if (ours !== theirs) found.push({ aspect, simulator: ours, reference: theirs });
  };
  check('matches', ({ pages }) => pages.flat().sort());
  // Of one day any order is right.
  if (ordered && found.length === 0) check('order', ({ days }) => days);
  check('includes', ({ includes }) => includes);
  check('total', ({ total }) => total);
  check('pages', ({ pages }) => pages.map((page) => page.length));
  check('self', ({ self }) => self);
  return found;
}
