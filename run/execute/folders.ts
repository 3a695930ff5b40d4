import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
    const folder = join(root, name);
    try { return { folder, note: JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunNote }; } catch {
      // With a journal it is a run all the same: to go on with an older one would be to go on with another.
      if (existsSync(join(folder, 'journal.sqlite'))) return { folder, note: { id: name, startedAt: startOf(name), continuations: 0, kind } };
    }
  }
  return null;
}
/** When a run began, as its name says; 0 when it says nothing. */
function startOf(name: string): number {
  const found = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/.exec(name);
  return found === null ? 0 : Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}.${found[5]}Z`);
}
