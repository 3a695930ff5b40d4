import type { ConnectionEvent, Exchange, Headers, JournalEntry } from '../model/exchange.ts';
import type { ExchangeView, RunResult } from '../model/result.ts';
import type { TlsFacts } from '../model/tls.ts';
import { mask } from './mask.ts';
import { bounded, redactBody } from './redact-body.ts';
import { isSecretName, redactJson } from './redact-json.ts';
import { redactTarget } from './redact-target.ts';
import { redactText } from './redact-text.ts';
import type { Redaction } from './redact-text.ts';

type Token = ExchangeView['tokens'][number];
/** Shorter values are too common to be looked for outside their own place. */
const SHORTEST_COPY = 8;

/**
 * A journal entry as a report may show it: nothing in it can be replayed. JWTs are decoded without their signature; other
 * tokens, `Authorization` values, authorization bases, client secrets, passwords and cookies become four characters and a
 * short hash; private keys are gone; bodies are bounded. A copy of a secret elsewhere in the same entry goes too.
 *
 * A withheld message (a BSN outside the table) shows only where and why. A trigger and an attestation, which have no
 * place of their own in the report, come out with the method `TRIGGER` or `ATTEST`.
 */
export function viewOf(entry: JournalEntry): ExchangeView {
  return viewsOf([entry])[0] as ExchangeView;
}

/** As `viewOf`, for a whole journal: a secret seen in one entry is hidden in all of them. */
export function viewsOf(entries: readonly JournalEntry[]): readonly ExchangeView[] {
  const secrets = new Set<string>();
  const raw = entries.map((entry) => knownView(entry, secrets));
  const replace = replacer(secrets);
  return raw.map((view) => {
    const clean = mapStrings(view, replace) as ExchangeView;
    return { ...clean, requestBody: bounded(clean.requestBody), responseBody: bounded(clean.responseBody) };
  });
}

/**
 * The strings of a result that are not exchanges (findings, waits, tray, errors …) without tokens or keys: a last guard
 * for a rule that quotes too much. With the journal of the run, a secret of any message is found at any place; without it,
 * only what looks like one. Exchanges are redacted already, and the texts of requirements come from the catalogue: both stay.
 */
export function scrubResult(result: RunResult, journal: readonly JournalEntry[] = []): RunResult {
  const secrets = new Set<string>();
  for (const entry of journal) knownView(entry, secrets);
  const replace = replacer(secrets);
  const redaction = redactionFor(new Set(), 'prose', 'short');
  const { exchanges, ics, sources, ...rest } = result;
  const clean = mapStrings(rest, (text) => redactText(replace(text), '', redaction)) as typeof rest;
  const requirements = clean.requirements.map((each, i) => ({ ...each, requirement: result.requirements[i]?.requirement ?? each.requirement }));
  return { ...clean, requirements, ics, sources, exchanges };
}

/** The same entry is asked for twice: for its place in the report, and for the secrets that nothing else may quote. */
const views = new WeakMap<JournalEntry, { readonly view: ExchangeView; readonly secrets: ReadonlySet<string> }>();
function knownView(entry: JournalEntry, secrets: Set<string>): ExchangeView {
  let one = views.get(entry);
  if (one === undefined) {
    const own = new Set<string>();
    views.set(entry, one = { view: rawView(entry, own), secrets: own });
  }
  for (const secret of one.secrets) secrets.add(secret);
  return one.view;
}
function rawView(entry: JournalEntry, secrets: Set<string>): ExchangeView {
  if (entry.kind === 'exchange') return entry.withheld === undefined ? exchangeView(entry, secrets) : withheldView(entry, entry.withheld);
  if (entry.kind === 'connection') return connectionView(entry, secrets);
  const redaction = redactionFor(secrets, 'message', 'short');
  const base = { ...EMPTY, id: entry.id, at: entry.at, case: entry.case };
  if (entry.kind === 'trigger') {
    return { ...base, direction: 'probe-to-sut', endpoint: 'trigger', method: 'TRIGGER', target: entry.action, transport: entry.outcome, responseBody: redactText(entry.message, 'message', redaction) };
  }
  const answer = `${entry.answer} (${entry.by})${entry.note === '' ? '' : `: ${entry.note}`}`;
  return { ...base, direction: 'probe-to-sut', endpoint: 'other', method: 'ATTEST', target: entry.question, transport: 'answered', responseBody: redactText(answer, 'answer', redaction) };
}

const EMPTY: Omit<ExchangeView, 'id' | 'at' | 'case' | 'direction' | 'endpoint'> = {
  durationMs: null, role: '', organisation: '', method: '', target: '', requestHeaders: {}, requestBody: '', status: null,
  responseHeaders: {}, responseBody: '', transport: '', tls: '', stimulus: null, fault: null, tokens: [],
};

function factsOf(exchange: Exchange): Omit<ExchangeView, 'target' | 'requestHeaders' | 'requestBody' | 'responseHeaders' | 'responseBody' | 'tokens' | 'transport'> {
  return {
    id: exchange.id,
    at: exchange.startedAt,
    durationMs: exchange.endedAt === null ? null : exchange.endedAt - exchange.startedAt,
    direction: exchange.side === 'simulator' ? 'sut-to-simulator' : 'probe-to-sut',
    endpoint: exchange.endpoint,
    role: exchange.role,
    organisation: exchange.organisation,
    method: exchange.request.method,
    status: exchange.response?.status ?? null,
    tls: tlsText(exchange.tls),
    stimulus: exchange.stimulus.valid ? null : `${exchange.stimulus.name} (${exchange.stimulus.expects})`,
    fault: exchange.fault,
    case: exchange.case,
  };
}

function exchangeView(exchange: Exchange, secrets: Set<string>): ExchangeView {
  const tokens: Token[] = [];
  const known = new Set<string>();
  const plain = redactionFor(secrets, 'message', 'inline');
  const request: Redaction = {
    ...plain,
    onJwt: (name, jwt) => {
      if (known.has(jwt.raw)) return;
      known.add(jwt.raw);
      tokens.push({ name: name === '' ? 'token' : name, header: plain.claims(jwt.header), claims: plain.claims(jwt.claims) });
    },
  };
  const detail = exchange.transport.detail === undefined ? '' : `: ${redactText(exchange.transport.detail, 'transport', plain)}`;
  return {
    ...factsOf(exchange),
    target: redactTarget(exchange.request.target, request),
    requestHeaders: redactHeaders(exchange.request.headers, request),
    requestBody: redactBody(exchange.request.body, exchange.request.headers['content-type'] ?? '', request),
    responseHeaders: redactHeaders(exchange.response?.headers ?? {}, plain),
    responseBody: exchange.response === null ? '' : redactBody(exchange.response.body, exchange.response.headers['content-type'] ?? '', plain),
    transport: exchange.transport.outcome + detail,
    tokens,
  };
}

function withheldView(exchange: Exchange, withheld: NonNullable<Exchange['withheld']>): ExchangeView {
  return {
    ...factsOf(exchange),
    target: '[withheld]',
    requestHeaders: {},
    requestBody: `[withheld] ${withheld.place}: ${withheld.reason}`,
    responseHeaders: {},
    responseBody: '',
    transport: exchange.transport.outcome,
    tokens: [],
  };
}

function connectionView(event: ConnectionEvent, secrets: Set<string>): ExchangeView {
  const redaction = redactionFor(secrets, 'message', 'short');
  const why = event.detail === '' ? event.reason : `${event.reason}: ${event.detail}`;
  return {
    ...EMPTY, id: event.id, at: event.at, case: event.case, direction: 'connection', endpoint: 'other', method: 'TLS',
    target: redactText(`${event.host} (${event.remote})`, 'host', redaction), transport: redactText(why, 'transport', redaction), tls: tlsText(event.tls),
  };
}

function redactHeaders(headers: Headers, redaction: Redaction): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redactHeader(name, value, redaction)]));
}

function redactHeader(name: string, value: string, redaction: Redaction): string {
  const short: Redaction = { ...redaction, jwt: 'short' };
  if (/^(?:content-)?location$|^referer$/i.test(name)) return redactTarget(value, short);
  if (!isSecretName(name)) return redactText(value, name, short);
  // Told about a JWT before the value is hidden.
  redactText(value, name, short);
  const scheme = /^([A-Za-z][A-Za-z0-9-]*)\s+(\S[^]*)$/.exec(value);
  const [shown, secret] = scheme === null || !/authorization$/i.test(name) ? ['', value] : [`${scheme[1]} `, scheme[2] ?? ''];
  redaction.secrets.add(secret);
  return shown + mask(secret);
}

function redactionFor(secrets: Set<string>, kind: Redaction['kind'], jwt: Redaction['jwt']): Redaction {
  const redaction: Redaction = { secrets, kind, jwt, claims: (value) => redactJson(value, { ...redaction, jwt: 'inline' }) };
  return redaction;
}

function tlsText(tls: TlsFacts): string {
  if (tls === 'not-observed') return 'not observed';
  const { peer } = tls;
  if (peer === null) return `${tls.protocol} ${tls.cipher}; no peer certificate`;
  const ura = peer.ura === undefined ? '' : `, URA ${peer.ura}`;
  return `${tls.protocol} ${tls.cipher}; peer ${peer.subject} (${peer.status}${ura}), issued by ${peer.issuer}, valid ${peer.validFrom} to ${peer.validTo}, SHA-256 ${peer.fingerprint256.slice(0, 16)}…`;
}

/** Finds copies by their first characters, so that a thousand tokens do not mean a thousand searches of every body. */
function replacer(secrets: ReadonlySet<string>): (text: string) => string {
  const byStart = new Map<string, (readonly [spelling: string, shown: string])[]>();
  // Most places in a text begin no secret; a table of their first four characters tells so without cutting a piece out of the text.
  const starts = new Uint8Array(1 << 16);
  for (const secret of secrets) {
    if (secret.length < SHORTEST_COPY) continue;
    for (const spelling of new Set([secret, encodeURIComponent(secret.toWellFormed()), JSON.stringify(secret).slice(1, -1)])) {
      const start = spelling.slice(0, SHORTEST_COPY);
      const known = byStart.get(start) ?? [];
      starts[startOf(start, 0)] = 1;
      byStart.set(start, [...known, [spelling, mask(secret)] as const].sort(([one], [other]) => other.length - one.length));
    }
  }
  return (text) => {
    let out = '';
    let copied = 0;
    for (let i = 0; i + SHORTEST_COPY <= text.length; i++) {
      if (starts[startOf(text, i)] === 0) continue;
      const hit = byStart.get(text.slice(i, i + SHORTEST_COPY))?.find(([spelling]) => text.startsWith(spelling, i));
      if (hit === undefined) continue;
      out += text.slice(copied, i) + hit[1];
      i += hit[0].length - 1;
      copied = i + 1;
    }
    return out + text.slice(copied);
  };
}

/** A number below 65,536 from the four characters at a place. */
function startOf(text: string, at: number): number {
  return (text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 3) ^ (text.charCodeAt(at + 2) << 6) ^ (text.charCodeAt(at + 3) << 9)) & 0xffff;
}

/** Every string in a value changed, names of members too. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => mapStrings(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [change(key), mapStrings(inner, change)]));
}
