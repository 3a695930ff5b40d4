import type { Claim } from '../../model/claim.ts';
import { loadConfiguration } from '../../run/configuration/load.ts';
import { formatProblems } from '../../run/configuration/problems.ts';
import type { Lang } from '../progress.ts';

/** The claim of a configuration file, or null after telling everything that is wrong with it. */
export async function configured(file: string, lang: Lang, out: (line: string) => void): Promise<Claim | null> {
  const loaded = await loadConfiguration(file);
  if (loaded.ok) return loaded.claim;
  out(formatProblems(loaded.problems, file, lang));
  return null;
}
