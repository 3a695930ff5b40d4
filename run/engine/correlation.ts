import type { DatabaseSync } from 'node:sqlite';
import type { CaseRef, Exchange } from '../../model/exchange.ts';
import type { Role } from '../../model/roles.ts';
import { jsonOf, resourceIn, textOf } from './body.ts';

/**
 * The one table of correlation keys (DESIGN, rule 6). Each key names the case attempt in which it came into being;
 * a message that carries it belongs there. Strongest first.
 */
export type KeyKind =
  /** Access token, given out by either side. */
  | 'token'
  /** Opaque authorization base. */
  | 'base'
  /** Business identifier of a notification. */
  | 'notification'
  /** groupIdentifier of a notification. */
  | 'group'
  /** Access token with which a notification was taken in: kept by the SUT, it may come back with the next referral. */
  | 'used-token';
const strongestFirst: readonly KeyKind[] = ['token', 'base', 'notification', 'group'];
const ofTheMessage: readonly KeyKind[] = ['base', 'notification', 'group'];

export interface Correlation {
  remember(kind: KeyKind, value: string, ref: CaseRef): void;
  find(kind: KeyKind, value: string): CaseRef | null;
  /** The case that an arriving message belongs to: by key, else the one open SUT-initiated case of its role. */
  attribute(exchange: Exchange): CaseRef | null;
  /** Keys that came into being in a complete exchange are remembered for its case. */
  learn(exchange: Exchange): void;
}

/** Says which case of a role now waits for the SUT to begin something; at most one. */
export type OpenCases = (role: Role) => CaseRef | null;

export function openCorrelation(database: DatabaseSync, openCaseOf: OpenCases): Correlation {
  const put = database.prepare('INSERT INTO keys (kind, value, case_id, attempt) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const get = database.prepare('SELECT case_id, attempt FROM keys WHERE kind = ? AND value = ?');
  const correlation: Correlation = {
    remember: (kind, value, ref) => { put.run(kind, value, ref.id, ref.attempt); },
    find: (kind, value) => {
      const row = get.get(kind, value);
      return row === undefined ? null : { id: row.case_id as string, attempt: row.attempt as number };
    },
    attribute: (exchange) => {
      const keys = keysIn(exchange);
      const byKey = (kinds: readonly KeyKind[]): CaseRef | null => {
        for (const kind of kinds) {
          for (const key of keys) {
            if (key.kind !== kind) continue;
            const ref = correlation.find(kind, key.value);
            if (ref !== null) return ref;
          }
        }
        return null;
      };
      const used = exchange.endpoint === 'notification' && keys.some((key) => key.kind === 'token' && correlation.find('used-token', key.value) !== null);
      if (used) return byKey(ofTheMessage) ?? openCaseOf(exchange.role) ?? byKey(['token']);
      return byKey(strongestFirst) ?? openCaseOf(exchange.role);
    },
    learn: (exchange) => {
      if (exchange.case === null) return;
      const keys = keysIn(exchange);
      for (const key of [...keys, ...keysGivenIn(exchange)]) correlation.remember(key.kind, key.value, exchange.case);
      const taken = exchange.endpoint === 'notification' && exchange.response !== null && exchange.response.status < 300;
      if (taken) for (const key of keys) if (key.kind === 'token') correlation.remember('used-token', key.value, exchange.case);
    },
  };
  return correlation;
}

interface Key { readonly kind: KeyKind; readonly value: string }

/** Keys that a request carries. Never throws, whatever the body is. */
export function keysIn(exchange: Pick<Exchange, 'request' | 'endpoint'>): Key[] {
  const keys: Key[] = [];
  const bearer = /^bearer\s+(.+)$/i.exec(exchange.request.headers.authorization ?? '');
  if (bearer) keys.push({ kind: 'token', value: bearer[1]!.trim() });
  const text = textOf(exchange.request.body);
  if (exchange.endpoint === 'token') {
    const base = claimsOf(new URLSearchParams(text).get('assertion') ?? '').authorization_base;
    if (typeof base === 'string' && base !== '') keys.push({ kind: 'base', value: base });
  }
  if (exchange.endpoint === 'notification') keys.push(...keysOfTask(resourceIn(exchange.request.body)));
  return keys;
}

function keysGivenIn(exchange: Exchange): Key[] {
  if (exchange.endpoint !== 'token' || exchange.response?.status !== 200) return [];
  const answer = jsonOf(textOf(exchange.response.body));
  return typeof answer?.access_token === 'string' ? [{ kind: 'token', value: answer.access_token }] : [];
}

/** Keys of a Notification Task. */
export function keysOfTask(task: Record<string, any> | null): Key[] {
  if (task === null) return [];
  const keys: Key[] = [];
  for (const identifier of Array.isArray(task.identifier) ? task.identifier : []) {
    if (typeof identifier?.value === 'string') keys.push({ kind: 'notification', value: identifier.value });
  }
  if (typeof task.groupIdentifier?.value === 'string') keys.push({ kind: 'group', value: task.groupIdentifier.value });
  for (const input of Array.isArray(task.input) ? task.input : []) {
    const isBase = input?.type?.coding?.some?.((coding: any) => coding?.code === 'authorization-base');
    if (isBase && typeof input.valueString === 'string') keys.push({ kind: 'base', value: input.valueString });
  }
  return keys;
}

function claimsOf(jwt: string): Record<string, unknown> {
  const payload = jwt.split('.')[1];
  if (payload === undefined) return {};
  return jsonOf(Buffer.from(payload, 'base64url').toString('utf8')) ?? {};
}
