import { createHmac, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Attestation, CaseRef, ConnectionEvent, Exchange, JournalEntry, TriggerEvent } from '../../model/exchange.ts';
import type { Admission, ProbeRecorder, Recorder } from '../../model/recorder.ts';
import type { Commits } from './commits.ts';

type Draft<T> = Omit<T, 'id' | 'seq'>;
type Unfinished = Omit<Exchange, 'id' | 'seq' | 'response' | 'endedAt' | 'fault'>;

export interface JournalHooks {
  /** May this message be written? */
  admit: Recorder['admit'];
  /** Which case a message belongs to, decided when it arrives; null leaves it in the tray. */
  attribute(exchange: Exchange): CaseRef | null;
  attributeConnection(host: string): CaseRef | null;
  /** The exchange is complete; `withheld` ones come here whole, once, and are forgotten afterwards. */
  completed(exchange: Exchange): void;
  /** Anything was added. */
  changed(): void;
}

export interface Journal extends Recorder, ProbeRecorder {
  readonly hooks: JournalHooks;
  addTrigger(event: Draft<TriggerEvent>): TriggerEvent;
  addAttestation(event: Draft<Attestation>): Attestation;
  /** All entries in order, or those of one case attempt. */
  entries(of?: CaseRef | { readonly id: string }): JournalEntry[];
  entry(id: string): JournalEntry | undefined;
  since(seq: number): JournalEntry[];
  /** Gives an unclaimed message to a case. */
  claim(id: string, ref: CaseRef): void;
  /** Complete exchanges that no rule has looked at yet: the process died in between. */
  unjudged(): Exchange[];
  markJudged(id: string): void;
  /** Exchanges that arrived and were never answered, because the process died. */
  unanswered(): Exchange[];
}

const json = (value: unknown): string => JSON.stringify(value);
const idOf = (seq: number): string => `x${String(seq).padStart(5, '0')}`;
const seqOf = (id: string): number => Number(id.slice(1));
const bytes = (value: unknown): Uint8Array => value instanceof Uint8Array ? value : new Uint8Array(0);

/**
 * Opens the journal of a run in its database. The hooks may be replaced after opening (they need the journal themselves).
 * With `commits`, messages of the SUT that come in one turn are committed together, before any is answered; what our probe sends is committed at once.
 */
export function openJournal(database: DatabaseSync, commits: Pick<Commits, 'open' | 'flush'> = { open: () => {}, flush: () => {} }): Journal {
  const insert = database.prepare('INSERT INTO entries (kind, case_id, attempt, head, request) VALUES (?, ?, ?, ?, ?)');
  const finish = database.prepare('UPDATE entries SET tail = ?, response = ? WHERE seq = ?');
  const reclaim = database.prepare('UPDATE entries SET case_id = ?, attempt = ? WHERE seq = ?');
  const judged = database.prepare('UPDATE entries SET judged = 1 WHERE seq = ?');
  const columns = 'seq, kind, case_id, attempt, head, request, tail, response';
  const all = database.prepare(`SELECT ${columns} FROM entries ORDER BY seq`);
  const after = database.prepare(`SELECT ${columns} FROM entries WHERE seq > ? ORDER BY seq`);
  const ofCase = database.prepare(`SELECT ${columns} FROM entries WHERE case_id = ? ORDER BY seq`);
  const ofAttempt = database.prepare(`SELECT ${columns} FROM entries WHERE case_id = ? AND attempt = ? ORDER BY seq`);
  const one = database.prepare(`SELECT ${columns} FROM entries WHERE seq = ?`);
  const notJudged = database.prepare(`SELECT ${columns} FROM entries WHERE judged = 0 AND kind = 'exchange' AND tail IS NOT NULL ORDER BY seq`);
  const open = database.prepare(`SELECT ${columns} FROM entries WHERE kind = 'exchange' AND tail IS NULL ORDER BY seq`);
  /**
   * Messages until they are answered: nothing of them is read back, and those that may not be written are here only. A list,
   * for they are few at a time: the tables that a Map outgrows would hold what was in them until the whole heap is collected.
   */
  const unfinished: Exchange[] = [];
  const placeOf = (id: string): number => unfinished.findIndex((one) => one.id === id);
  const finishing = (id: string): Exchange | undefined => {
    const at = placeOf(id);
    return at < 0 ? undefined : unfinished.splice(at, 1)[0];
  };
  const hashKey = keyOf(database);

  const read = (row: Record<string, unknown>): JournalEntry => {
    const seq = row.seq as number;
    const ref = row.case_id === null ? null : { id: row.case_id as string, attempt: row.attempt as number };
    const head = JSON.parse(row.head as string);
    if (row.kind !== 'exchange') return { ...head, id: idOf(seq), seq, case: ref };
    const tail = row.tail === null ? { transport: { outcome: 'reset', detail: 'not answered: the harness stopped' }, endedAt: null, fault: null } : JSON.parse(row.tail as string);
    return {
      ...head, ...tail, id: idOf(seq), seq, case: ref, tls: tail.tls ?? head.tls,
      request: { ...head.request, body: bytes(row.request) },
      response: tail.response ? { ...tail.response, body: bytes(row.response) } : null,
    };
  };
  const rows = (found: Record<string, unknown>[]): JournalEntry[] => found.map(read);

  const begin = (draft: Unfinished, admission: Admission): string => {
    const ref = draft.case;
    const hash = admission.ok ? undefined : createHmac('sha256', hashKey).update(draft.request.url).update(draft.request.body).digest('hex');
    const withheld = admission.ok ? undefined : { place: admission.place, reason: admission.reason, keyedHash: hash! };
    const shown = withheld ? { ...draft.request, target: '(withheld)', url: '(withheld)', headers: {} } : draft.request;
    const { body, ...request } = shown;
    const { case: _, ...head } = draft;
    const result = insert.run('exchange', ref?.id ?? null, ref?.attempt ?? null, json({ ...head, request, withheld }), withheld ? null : body);
    const seq = Number(result.lastInsertRowid);
    const id = idOf(seq);
    unfinished.push({ ...draft, id, seq, endedAt: null, response: null, fault: null, ...(withheld && { withheld }) });
    return id;
  };
  const complete = (id: string, end: Pick<Exchange, 'endedAt' | 'transport' | 'fault' | 'response'> & Partial<Pick<Exchange, 'tls'>>): Exchange => {
    const whole = finishing(id);
    const { body, ...response } = end.response ?? { body: undefined, status: 0, headers: {} };
    finish.run(json({ ...end, response: end.response ? response : null }), body ?? null, seqOf(id));
    const exchange = whole ? { ...whole, ...end, tls: end.tls ?? whole.tls } : read(one.get(seqOf(id))!) as Exchange;
    journal.hooks.completed(exchange);
    journal.hooks.changed();
    return exchange;
  };

  const journal: Journal = {
    hooks: { admit: () => ({ ok: true }), attribute: () => null, attributeConnection: () => null, completed: () => {}, changed: () => {} },
    admit: (request) => journal.hooks.admit(request),
    arrived: ({ request, url, about, simulator, tenant, at, admission }) => {
      const draft: Unfinished = {
        kind: 'exchange', side: 'simulator', simulator, organisation: about.organisation, endpoint: about.endpoint, role: about.role, tenant,
        startedAt: at, request: { method: request.method, target: request.target, url, headers: request.headers, body: request.body },
        transport: { outcome: 'answered' }, tls: request.tls, stimulus: { valid: true }, case: null,
      };
      commits.open();
      const ref = journal.hooks.attribute({ ...draft, id: '', seq: 0, endedAt: null, response: null, fault: null });
      return begin({ ...draft, case: ref }, admission);
    },
    answered: (id, { response, fault, at }) => { commits.open(); complete(id, { endedAt: at, transport: { outcome: 'answered' }, fault, response }); },
    ended: (id, { outcome, detail, at }) => {
      const row = one.get(seqOf(id));
      if (row === undefined) return;
      const before = read(row) as Exchange;
      finish.run(json({ endedAt: at, transport: { outcome, detail }, fault: before.fault, response: before.response ? { status: before.response.status, headers: before.response.headers } : null }), before.response?.body ?? null, seqOf(id));
      journal.hooks.changed();
    },
    connectionRefused: (event) => {
      const ref = journal.hooks.attributeConnection(event.host);
      insert.run('connection', ref?.id ?? null, ref?.attempt ?? null, json({ kind: 'connection', ...event }), null);
      journal.hooks.changed();
    },
    begin: (entry) => {
      const { at, ...rest } = entry;
      const { case: ref, ...facts } = rest;
      const id = begin({ kind: 'exchange', side: 'probe', ...facts, case: ref, startedAt: at, transport: { outcome: 'answered' }, tls: 'not-observed' }, { ok: true });
      commits.flush();
      return id;
    },
    end: (id, { at, response, transport, tls }) => {
      const admission = response === null ? { ok: true as const } : journal.hooks.admit({ target: '', headers: response.headers, body: response.body });
      if (admission.ok) return complete(id, { endedAt: at, transport, fault: null, response, tls });
      // What the SUT answered names somebody who is not synthetic: judged in memory, never written.
      const before = finishing(id) ?? read(one.get(seqOf(id))!) as Exchange;
      const whole: Exchange = { ...before, response, transport, tls, endedAt: at, withheld: { place: admission.place, reason: admission.reason, keyedHash: createHmac('sha256', hashKey).update(response!.body).digest('hex') } };
      finish.run(json({ endedAt: at, transport, tls, fault: null, response: { status: response!.status, headers: {} }, withheld: whole.withheld }), null, seqOf(id));
      journal.hooks.completed(whole);
      journal.hooks.changed();
      return whole;
    },
    addTrigger: (event) => add(event),
    addAttestation: (event) => add(event),
    entries: (of) => {
      if (of === undefined) return rows(all.all());
      return 'attempt' in of ? rows(ofAttempt.all(of.id, of.attempt)) : rows(ofCase.all(of.id));
    },
    entry: (id) => { const row = one.get(seqOf(id)); return row === undefined ? undefined : read(row); },
    since: (seq) => rows(after.all(seq)),
    claim: (id, ref) => {
      reclaim.run(ref.id, ref.attempt, seqOf(id));
      const at = placeOf(id);
      if (at >= 0) unfinished[at] = { ...unfinished[at]!, case: ref };
    },
    unjudged: () => rows(notJudged.all()) as Exchange[],
    markJudged: (id) => { judged.run(seqOf(id)); },
    unanswered: () => rows(open.all()) as Exchange[],
  };
  function add<T extends TriggerEvent | Attestation | ConnectionEvent>(event: Draft<T>): T {
    const { case: ref, ...head } = event;
    const result = insert.run(event.kind, ref?.id ?? null, ref?.attempt ?? null, json(head), null);
    const seq = Number(result.lastInsertRowid);
    journal.hooks.changed();
    return { ...event, id: idOf(seq), seq } as unknown as T;
  }
  return journal;
}

/** One key per run, so that a refused message can be recognised within the run and nowhere else. */
function keyOf(database: DatabaseSync): Buffer {
  const found = database.prepare("SELECT value FROM meta WHERE key = 'hash-key'").get();
  if (found !== undefined) return Buffer.from(found.value as string, 'hex');
  const key = randomBytes(32);
  database.prepare("INSERT INTO meta (key, value) VALUES ('hash-key', ?)").run(key.toString('hex'));
  return key;
}
