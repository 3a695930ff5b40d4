import { areas } from './areas.ts';

/** What `npm run mutation -- <area> [--sample N --seed S] [--only <pattern>] [--concurrency N]` asks. */
export interface Asked {
  readonly area: string;
  /** Number of mutants drawn; null: all of them. */
  readonly sample: number | null;
  readonly seed: number;
  /** Pattern of the only files to mutate, for work on one folder; null: the whole area. */
  readonly only: string | null;
  readonly concurrency: number;
}
export const usage = `Usage: npm run mutation -- <${Object.keys(areas).join('|')}> [--sample N] [--seed S] [--only <pattern>] [--concurrency N]`;

/** Reads the command line; throws an Error with a line for people when it is wrong. */
export function readArguments(given: readonly string[]): Asked {
  const [area = 'rules', ...rest] = given;
  if (!Object.hasOwn(areas, area)) throw new Error(`Unknown area "${area}".`);
  const options = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) {
    const name = rest[at]!;
    const value = rest[at + 1];
    if (!['--sample', '--seed', '--only', '--concurrency'].includes(name)) throw new Error(`Unknown option "${name}".`);
    if (value === undefined) throw new Error(`${name} needs a value.`);
    options.set(name, value);
  }
  const number = (name: string, least: number): number | null => {
    const value = options.get(name);
    if (value === undefined) return null;
    if (!/^\d+$/.test(value) || Number(value) < least) throw new Error(`${name} needs a whole number of at least ${least}.`);
    return Number(value);
  };
  return { area, sample: number('--sample', 1), seed: number('--seed', 0) ?? 1, only: options.get('--only') ?? null, concurrency: number('--concurrency', 1) ?? 2 };
}
