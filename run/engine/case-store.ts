import type { DatabaseSync } from 'node:sqlite';
import type { CaseState, WaitResult } from '../../model/result.ts';
import type { Text } from '../../model/text.ts';

/** What is known of a case on disk. */
export interface CaseRecord {
  readonly id: string;
  state: CaseState;
  attempt: number;
  /** Index of the next phase. */
  phase: number;
  memory: Record<string, any>;
  facts: Record<string, string | number | boolean>;
  wait: WaitResult | null;
  reasons: Text[];
  /** The harness died during this attempt: what is missing may be our fault. */
  interrupted: boolean;
  /** Internal errors, for the report. */
  errors: string[];
}
export interface CaseStore { load(id: string): CaseRecord; save(record: CaseRecord): void; all(): CaseRecord[] }

export function openCaseStore(database: DatabaseSync): CaseStore {
  const get = database.prepare('SELECT value FROM cases WHERE id = ?');
  const put = database.prepare('INSERT INTO cases (id, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const list = database.prepare('SELECT value FROM cases');
  return {
    load: (id) => {
      const row = get.get(id);
      if (row !== undefined) return JSON.parse(row.value as string) as CaseRecord;
      return { id, state: 'not-started', attempt: 0, phase: 0, memory: {}, facts: {}, wait: null, reasons: [], interrupted: false, errors: [] };
    },
    save: (record) => { put.run(record.id, JSON.stringify(record)); },
    all: () => list.all().map((row) => JSON.parse(row.value as string) as CaseRecord),
  };
}
