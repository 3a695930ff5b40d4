import type { DatabaseSync } from 'node:sqlite';

/**
 * Commits together what is written in one turn of the event loop: the messages that arrive at the same time share one
 * write to disk. Nobody is answered before `settled` resolves, so a message is on disk before its answer leaves (DESIGN, rule 6).
 */
export interface Commits {
  /** What is written from here on in this turn is committed together, at its end. */
  open(): void;
  /** Commits at once what is open. Throws what the database says. */
  flush(): void;
  /** Resolves when what was written up to now is on disk; rejects when it could not be written, and then nobody may be told that it was. */
  settled(): Promise<void>;
}
interface Waiting { resolve(): void; reject(error: unknown): void }

export function openCommits(database: DatabaseSync): Commits {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const told = waiting;
    waiting = [];
    try {
      if (database.isOpen && database.isTransaction) database.exec('COMMIT');
    } catch (error) {
      for (const one of told) one.reject(error);
      // Left open it would swallow all that comes; what was in it is lost, and nobody was told otherwise.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
    for (const one of told) one.resolve();
  };
  return {
    flush,
    open: () => {
      if (database.isTransaction) return;
      // Immediate: another process may write too (`toetssteen answer`), and half way there is no turning back.
      database.exec('BEGIN IMMEDIATE');
      setImmediate(() => { try { flush(); } catch { /* those who wait were told */ } });
    },
    settled: () => (database.isTransaction ? new Promise((resolve, reject) => { waiting.push({ resolve, reject }); }) : Promise.resolve()),
  };
}
