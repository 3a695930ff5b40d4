import { organisationByKey } from '../../fixtures/organisations.ts';
import { personas } from '../../fixtures/personas/index.ts';
import { dossier } from '../../fixtures/stu3/index.ts';
import type { Persona } from '../../model/persona.ts';
import { differencesOf } from './compare.ts';
import type { Difference } from './compare.ts';
import { explanations } from './explanations.ts';
import type { Explanation } from './explanations.ts';
import { observe } from './observe.ts';
import type { Observed } from './observe.ts';
import { queriesFor } from './queries.ts';
import { holders, openReference, openSimulator } from './servers.ts';
import type { Server } from './servers.ts';

export interface Compared { readonly persona: string; readonly target: string; readonly differences: readonly (Difference & { readonly because: Explanation | null })[] }

/** Asks both servers the same searches about one patient; the queries may be thinned to every n-th. */
export async function compareSearches(persona: Persona, options: { readonly now: number; readonly every?: number; readonly keep?: (target: string) => boolean }): Promise<Compared[]> {
  const simulator = await openSimulator(persona, options.now);
  const reference = await openReference(persona, options.now);
  try {
    const resources = dossier(persona, { organisation: organisationByKey('west'), runDay: options.now });
    const other = personas.find(({ key }) => key !== persona.key)!.patient.bsn;
    const queries = queriesFor(resources, persona.patient.bsn, other).filter((target, index) => index % (options.every ?? 1) === 0 && options.keep?.(target) !== false);
    const ids = { simulator: new Map<string, string>(), reference: new Map<string, string>() };
    const compared: Compared[] = [];
    for (const target of queries) {
      const [ours, theirs] = await Promise.all([observed(simulator, ids.simulator, target), observed(reference, ids.reference, target)]);
      compared.push({ persona: persona.key, target, differences: differencesOf(target, ours, theirs).map((one) => ({ ...one, because: explanations.find((why) => explains(why, target, one)) ?? null })) });
    }
    return compared;
  } finally { await reference.close(); }
}
function explains({ on, aspects, simulator, reference, ignoring }: Explanation, target: string, difference: Difference): boolean {
  if (!on.test(target) || !aspects.includes(difference.aspect)) return false;
  if (simulator?.test(difference.simulator) === false || reference?.test(difference.reference) === false) return false;
  return ignoring === undefined || without(difference.simulator, ignoring) === without(difference.reference, ignoring);
}
const without = (list: string, name: string): string => JSON.stringify((JSON.parse(list) as string[]).filter((one) => one !== name));
/** With ids of this server in place of `{Type}`, and the other way round in what comes back. */
async function observed({ ask, base }: Server, ids: Map<string, string>, target: string): Promise<Observed> {
  const type = /\{([A-Z][A-Za-z]+)\}/.exec(target)?.[1];
  if (type === undefined) return observe(ask, base, target, holders);
  if (!ids.has(type)) ids.set(type, (await ask(type)).json?.entry?.[0]?.resource?.id ?? 'nobody');
  const [place, id] = [`{${type}}`, ids.get(type)!];
  const answer = await observe(ask, base, target.replaceAll(place, id), holders);
  return { ...answer, self: answer.self?.map((one) => one.replaceAll(id, place)) ?? null };
}
