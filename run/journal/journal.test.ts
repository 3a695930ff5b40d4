import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Exchange } from '../../model/exchange.ts';
import { openDatabase } from './database.ts';
import { openJournal } from './journal.ts';
import { databaseStore } from './store.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'toetssteen-journal-')); });
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });
const open = () => openDatabase(join(folder, 'journal.sqlite'));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const arrival = (target: string, body: string, ok = true) => ({
  request: { method: 'POST', target, headers: { 'content-type': 'application/fhir+json' }, body: bytes(body), tls: 'not-observed' as const },
  url: `https://host${target}`, about: { endpoint: 'notification' as const, role: 'twiin-sender', organisation: '90000022' }, simulator: 'twiin', tenant: 't1', at: 1,
  admission: ok ? { ok: true as const } : { ok: false as const, place: 'Task.for.identifier', reason: 'outside the table' },
});

test('a message survives the process: request before it is handled, answer before it leaves', () => {
  const first = open();
  const journal = openJournal(first);
  journal.hooks.attribute = () => ({ id: 'TS-01', attempt: 2 });
  const id = journal.arrived(arrival('/fhir/Task', '{"a":"ë"}'));
  first.close();

  const second = open();
  const again = openJournal(second);
  expect(again.unanswered().map((one) => one.id)).toEqual([id]);
  again.answered(id, { response: { status: 201, headers: { location: 'x' }, body: bytes('{}') }, fault: 'slow-answer', at: 5 });
  second.close();

  const third = open();
  const exchange = openJournal(third).entry(id) as Exchange;
  expect(exchange).toMatchObject({ case: { id: 'TS-01', attempt: 2 }, fault: 'slow-answer', endedAt: 5, response: { status: 201 }, transport: { outcome: 'answered' } });
  expect(new TextDecoder().decode(exchange.request.body)).toBe('{"a":"ë"}');
  third.close();
});

test('a message that may not be written leaves metadata and a keyed hash, and the rules see it once', () => {
  const database = open();
  const journal = openJournal(database);
  const seen: Exchange[] = [];
  journal.hooks.completed = (exchange) => { seen.push(exchange); };
  const secret = '123456782';
  const id = journal.arrived(arrival(`/fhir/Task?identifier=${secret}`, `{"bsn":"${secret}"}`, false));
  journal.answered(id, { response: { status: 422, headers: {}, body: bytes('{}') }, fault: null, at: 2 });
  expect(new TextDecoder().decode(seen[0]!.request.body)).toContain(secret);
  const kept = journal.entry(id) as Exchange;
  expect(kept.withheld).toMatchObject({ place: 'Task.for.identifier', reason: 'outside the table' });
  expect(kept.withheld!.keyedHash).toMatch(/^[0-9a-f]{64}$/);
  expect(kept.request.body).toHaveLength(0);
  database.close();
  for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
    let file: Buffer;
    try { file = readFileSync(join(folder, name)); } catch { continue; }
    expect(file.includes(secret)).toBe(false);
  }
});

test('what the rules get when a message is answered is what stands in the journal, of the case that claimed it meanwhile', () => {
  const database = open();
  const journal = openJournal(database);
  const seen: Exchange[] = [];
  journal.hooks.completed = (exchange) => { seen.push(exchange); };
  const id = journal.arrived(arrival('/fhir/Task', '{"a":"ë"}'));
  journal.claim(id, { id: 'TS-02', attempt: 1 });
  journal.answered(id, { response: { status: 201, headers: { location: 'x' }, body: bytes('{}') }, fault: 'slow-answer', at: 5 });
  const probed = journal.begin({
    simulator: 'twiin', organisation: '90000022', endpoint: 'resource', role: 'twiin-sender', tenant: 't1', at: 6, stimulus: { valid: true }, case: { id: 'TS-03', attempt: 1 },
    request: { method: 'GET', target: '/fhir/Patient', url: 'https://xis/fhir/Patient', headers: {}, body: bytes('') },
  });
  journal.end(probed, { at: 7, response: { status: 200, headers: {}, body: bytes('{}') }, transport: { outcome: 'answered' }, tls: { protocol: 'TLSv1.3', cipher: 'x', peer: null } });
  expect(seen.map((one) => one.case?.id)).toEqual(['TS-02', 'TS-03']);
  expect(journal.entries()).toEqual(seen);
  database.close();
});

test('what a process left unjudged is found again', () => {
  const database = open();
  const journal = openJournal(database);
  const id = journal.arrived(arrival('/fhir/Task', '{}'));
  journal.answered(id, { response: { status: 201, headers: {}, body: bytes('') }, fault: null, at: 2 });
  expect(journal.unjudged().map((one) => one.id)).toEqual([id]);
  journal.markJudged(id);
  expect(journal.unjudged()).toEqual([]);
  database.close();
});

test('state of the simulators survives: the store is in the same file', () => {
  const first = open();
  databaseStore(first).put('tokens', 'a', { node: '90000022' });
  first.close();
  const second = open();
  const store = databaseStore(second);
  expect(store.get('tokens', 'a')).toEqual({ node: '90000022' });
  expect(store.list('tokens')).toHaveLength(1);
  store.delete('tokens', 'a');
  expect(store.get('tokens', 'a')).toBeUndefined();
  second.close();
});

test('only the owner can read the journal and its side files, also where a readable file stood before', () => {
  writeFileSync(join(folder, 'journal.sqlite'), '', { mode: 0o644 });
  const database = open();
  openJournal(database).arrived(arrival('/fhir/Task', '{}'));
  const modes = readdirSync(folder).map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8));
  expect(new Set(modes)).toEqual(new Set(['600']));
  expect(modes.length).toBeGreaterThanOrEqual(2);
  database.close();
});
