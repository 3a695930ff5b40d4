import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a run beside its journal. */
export interface RunNote { readonly id: string; readonly startedAt: number; continuations: number; readonly kind: 'demo' | 'run' | 'up' }

/** Runs are kept side by side, newest last; nothing is overwritten. */
export function newRun(root: string, kind: RunNote['kind'], now: number): { readonly folder: string; readonly note: RunNote } {
  const id = `${kind}-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  const folder = join(root, id);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const note: RunNote = { id, startedAt: now, continuations: 0, kind };
  writeNote(folder, note);
  return { folder, note };
}
export function writeNote(folder: string, note: RunNote): void { writeFileSync(join(folder, 'run.json'), JSON.stringify(note, null, 2), { mode: 0o600 }); }
/** The latest run of this kind, or null. */
export function latestRun(root: string, kind: RunNote['kind']): { readonly folder: string; readonly note: RunNote } | null {
  let names: string[];
  try { names = readdirSync(root).filter((name) => name.startsWith(`${kind}-`)).sort(); } catch { return null; }
  for (const name of names.reverse()) {
    try { return { folder: join(root, name), note: JSON.parse(readFileSync(join(root, name, 'run.json'), 'utf8')) as RunNote }; } catch { /* not a run */ }
  }
  return null;
}
