import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How to reach the control API of a run that is open now. */
export interface ControlNote { readonly run: string; readonly origin: string; readonly secret: string; readonly pid: number }
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
