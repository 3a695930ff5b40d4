import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '../../model/text.ts';
import { readIfPresent, replaceFile } from './files.ts';
import { readTable, type TableFile } from './table-file.ts';

/** Told once for each thing: a line for a log, not a fault. */
export type Log = (line: Text) => void;

/**
 * Tables on disk by subject (hash of a source) and maker (fingerprint of the code).
 * Nothing here stops anybody: a damaged file counts as absent, a folder that can't be written is used no further; both are said in the log.
 */
export interface TableCache {
  get(subject: string, maker: string): TableFile | null;
  /** Tables of the same subject by other makers are cleared away. */
  put(subject: string, maker: string, table: TableFile): void;
  /** All tables of a subject. */
  drop(subject: string): void;
}
export function openTableCache(folder: string, log: Log = () => {}): TableCache {
  const fileOf = (subject: string, maker: string): string => join(folder, `${subject}-${maker}.table`);
  const clear = (subject: string, except: string | null): void => {
    let names: string[];
    try { names = readdirSync(folder); } catch { return; }
    for (const name of names) if (name.startsWith(`${subject}-`) && name !== except) rmSync(join(folder, name), { force: true });
  };
  return {
    get(subject, maker) {
      const file = fileOf(subject, maker);
      try {
        const bytes = readIfPresent(file);
        return bytes === undefined ? null : readTable(bytes);
      } catch (error) {
        log({ nl: `cache beschadigd, wordt opnieuw gemaakt: ${file} (${(error as Error).message})`, en: `cache damaged, made again: ${file} (${(error as Error).message})` });
        return null;
      }
    },
    put(subject, maker, table) {
      const file = fileOf(subject, maker);
      try {
        replaceFile(file, table.bytes);
        clear(subject, `${subject}-${maker}.table`);
      } catch (error) {
        log({ nl: `cache niet geschreven: ${file} (${(error as Error).message})`, en: `cache not written: ${file} (${(error as Error).message})` });
      }
    },
    drop: (subject) => clear(subject, null),
  };
}
