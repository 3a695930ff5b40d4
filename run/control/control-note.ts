import { chmodSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** How to reach the control API of a run that is open now. */
export interface ControlNote { readonly run: string; readonly origin: string; readonly secret: string; readonly pid: number }
const note = z.object({ run: z.string(), origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/), secret: z.string().min(16), pid: z.int().positive() });
const name = 'control.json';

/** The file with the secret. Only its owner can read it, whatever stood there before. */
export function controlFile(folder: string): string { return join(folder, name); }

/** Writes the note beside the journal: as a new file that takes the place of an older one at once. */
export function writeControlNote(folder: string, value: ControlNote): string {
  const file = controlFile(folder);
  const part = `${file}.${value.pid}`;
  rmSync(part, { force: true });
  writeFileSync(part, JSON.stringify(value, null, 2), { mode: 0o600, flag: 'wx' });
  chmodSync(part, 0o600);
  renameSync(part, file);
  return file;
}
export function removeControlNote(folder: string): void { rmSync(controlFile(folder), { force: true }); }

/**
 * Notes of the runs under `root` whose process is alive, the one that was opened last first; `run` names one of them.
 * A note that a killed process left behind is passed over.
 */
export function findControlNotes(root: string, run?: string): readonly ControlNote[] {
  let names: string[];
  try { names = readdirSync(root); } catch { return []; }
  return names.filter((one) => run === undefined || one === run).map((one) => readNote(join(root, one, name))).filter((one) => one !== null && isAlive(one.value.pid))
    .sort((a, b) => b!.at - a!.at).map((one) => one!.value);
}
function readNote(file: string): { readonly value: ControlNote; readonly at: number } | null {
  try {
    return { value: note.parse(JSON.parse(readFileSync(file, 'utf8'))), at: statSync(file).mtimeMs };
  } catch { return null; }
}
function isAlive(pid: number): boolean {
  // Signal 0 asks and does nothing; EPERM means that the process exists and is somebody else's.
  try { process.kill(pid, 0); return true; } catch (error) { return (error as NodeJS.ErrnoException).code === 'EPERM'; }
}
