import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { armedFaults } from '../../mocks/kernel/armed-faults.ts';
import { openDatabase } from './database.ts';
import { databaseStore } from './store.ts';

/** A process that arms, uses up a part, keeps a token and a grant, and is killed with SIGKILL without closing anything. */
function killed(file: string): Promise<NodeJS.Signals | null> {
  const at = (path: string): string => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
  const code = `
    const { openDatabase } = await import(${at('database.ts')});
    const { databaseStore } = await import(${at('store.ts')});
    const { armFault, armedFaults, spendFault } = await import(${at('../../mocks/kernel/armed-faults.ts')});
    const store = databaseStore(openDatabase(${JSON.stringify(file)}));
    armFault(store, { id: 'notification-503', tenant: 't1', times: 3, where: { endpoint: 'notification' }, armedAt: 5 });
    armFault(store, { id: 'drip', tenant: 't1', times: 1, armedAt: 5 });
    for (const one of armedFaults(store, 't1')) spendFault(store, one);
    store.put('tokens', 'abc', { value: 'abc' });
    store.put('grants', 'urn:uuid:1', { identifier: 'urn:uuid:1' });
    process.kill(process.pid, 'SIGKILL');`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (piece: Buffer) => { said += piece.toString(); });
    child.once('exit', (_code, signal) => (signal === null ? reject(new Error(said)) : resolve(signal)));
  });
}

test('armed faults with what is left of them, tokens and grants survive kill -9', async () => {
  const file = join(temporaryFolder(), 'journal.sqlite');
  expect(await killed(file)).toBe('SIGKILL');
  const database = openDatabase(file);
  const store = databaseStore(database);
  expect(armedFaults(store, 't1')).toEqual([{ id: 'notification-503', tenant: 't1', where: { endpoint: 'notification' }, armedAt: 5, remaining: 2 }]);
  expect(store.get('tokens', 'abc')).toEqual({ value: 'abc' });
  expect(store.list('grants')).toHaveLength(1);
  database.close();
});
