import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { controlFile, type ControlNote } from './control-note.ts';

const note = z.object({ run: z.string(), origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/), secret: z.string().min(16), pid: z.int().positive() });

/**
 * Notes of the runs under `root` whose process is alive, the one that was opened last first; `run` names one of them.
 * A note that a killed process left behind is passed over.
 */
export function findControlNotes(root: string, run?: string): readonly ControlNote[] {
  let names: string[];
  try { names = readdirSync(root); } catch { return []; }
  return names.filter((one) => run === undefined || one === run).map((one) => readNote(controlFile(join(root, one)))).filter((one) => one !== null && isAlive(one.value.pid))
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
