import type { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../model/simulator.ts';

/** State of the simulators in the journal's file, so that grants, tokens and armed faults survive the process. */
export function databaseStore(database: DatabaseSync): Store {
  const get = database.prepare('SELECT value FROM store WHERE collection = ? AND key = ?');
  const put = database.prepare('INSERT INTO store (collection, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM store WHERE collection = ? AND key = ?');
  const list = database.prepare('SELECT key, value FROM store WHERE collection = ? ORDER BY key');
  return {
    get: <T>(collection: string, key: string) => {
      const row = get.get(collection, key);
      return row === undefined ? undefined : JSON.parse(row.value as string) as T;
    },
    put: (collection, key, value) => { put.run(collection, key, JSON.stringify(value)); },
    delete: (collection, key) => { remove.run(collection, key); },
    list: <T>(collection: string) => list.all(collection).map((row) => ({ key: row.key as string, value: JSON.parse(row.value as string) as T })),
  };
}
