import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { faultById, faultDefinitions } from '../faults/index.ts';
import { armFault, armedFaults, disarmFaults } from '../kernel/armed-faults.ts';
import { defaultTenant } from '../kernel/kernel.ts';
import type { Clock } from '../../model/clock.ts';
import type { Store } from '../../model/simulator.ts';
import type { Text } from '../../model/text.ts';

/** What the API asks of the run that hosts it. Answers must be JSON. A thrown `ControlError` becomes its status and text. */
export interface ControlSettings {
  readonly store: Store;
  readonly clock: Clock;
  /** Bearer secret; at least 16 characters. */
  readonly secret: string;
  readonly tenant?: string;
  /** 0 takes a free port. */
  readonly port: number;
  state(): unknown;
  /** Exchanges with `seq` greater than `since`; at most the last `last` of them. */
  exchanges(since: number, last: number | null): unknown;
  /** One exchange with all that is known of it; undefined when there is none with this id. */
  exchange?(id: string): unknown;
  sendNotification?(request: unknown): unknown;
  questions?(): unknown;
  answerQuestion?(answer: unknown): unknown;
  /** Internal errors; the caller only hears that something broke. */
  onError?(error: unknown): void;
}
export interface ControlApi { readonly origin: string; readonly port: number; close(): Promise<void> }

/** Something that the caller can put right; told in both languages, as `{"error": {"nl": "…", "en": "…"}}`. */
export class ControlError extends Error {
  readonly status: number;
  readonly text: Text;
  constructor(status: number, text: Text) { super(text.en); this.name = 'ControlError'; this.status = status; this.text = text; }
}
const maximumBody = 64 * 1024;

/**
 * HTTP API on the loopback interface with which a tester's tools steer a run (DESIGN, rule 11). Each request carries the
 * bearer secret. Requests from a browser page (`Origin`) and those under another host name (DNS rebinding) are refused.
 *
 * GET /state · GET /exchanges?since=<seq>&last=<n> · GET /exchanges/<id> · GET, POST, DELETE /faults · POST /notifications · GET, POST /questions
 */
export async function openControlApi(settings: ControlSettings): Promise<ControlApi> {
  if (settings.secret.length < 16) throw new Error('The secret of the control API has fewer than 16 characters; give a longer one, for example from `openssl rand -hex 16`.');
  const server = createServer((request, response) => { void serveOne(request, response, settings); });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${settings.port} for the control API is in use: choose another port, or 0 for a free one.`) : error);
    });
    server.listen(settings.port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : settings.port;
  return {
    port, origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => { server.close(() => resolve()); server.closeAllConnections(); }),
  };
}

async function serveOne(request: IncomingMessage, response: ServerResponse, settings: ControlSettings): Promise<void> {
  try {
    guard(request, settings.secret);
    send(response, 200, await answer(request, settings));
  } catch (error) {
    if (error instanceof ControlError) {
      send(response, error.status, { error: error.text }, error.status === 401 ? { 'www-authenticate': 'Bearer' } : {});
      return;
    }
    settings.onError?.(error);
    send(response, 500, { error: { nl: 'Toetssteen zelf faalde; de run meldt het als fout van Toetssteen.', en: 'The harness failed; the run reports it as a harness error.' } });
  }
}
function guard(request: IncomingMessage, secret: string): void {
  if (request.headers.origin !== undefined) throw new ControlError(403, { nl: 'Verzoeken van een webpagina worden geweigerd; gebruik de opdrachtregel.', en: 'Requests from a web page are refused; use the command line.' });
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(request.headers.host ?? '')) throw new ControlError(403, { nl: 'Dit antwoordt alleen onder localhost of 127.0.0.1.', en: 'This API answers only under localhost or 127.0.0.1.' });
  const given = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!timingSafeEqual(digest(given), digest(secret))) throw new ControlError(401, { nl: 'Authorization: Bearer <geheim van deze run> ontbreekt of is onjuist.', en: 'Authorization: Bearer <secret of this run> is missing or wrong.' });
}
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

async function answer(request: IncomingMessage, settings: ControlSettings): Promise<unknown> {
  const target = request.url ?? '/';
  const url = URL.canParse(target, 'http://localhost') ? new URL(target, 'http://localhost') : new URL('http://localhost/');
  const route = `${request.method} ${url.pathname}`;
  const one = /^GET \/exchanges\/([a-z]\d{1,15})$/.exec(route);
  if (one !== null) {
    const found = await offered(settings.exchange, 'exchanges')(one[1]!);
    if (found === undefined) throw new ControlError(404, { nl: `Bericht ${one[1]} is er niet; toetssteen messages toont ze.`, en: `There is no exchange ${one[1]}; toetssteen messages lists them.` });
    return found;
  }
  const tenant = settings.tenant ?? defaultTenant;
  switch (route) {
    case 'GET /state': return settings.state();
    case 'GET /exchanges': return settings.exchanges(numberOf(url, 'since') ?? 0, numberOf(url, 'last'));
    case 'GET /faults': return { armed: armedFaults(settings.store, tenant), known: faultDefinitions };
    case 'POST /faults': return arm(await bodyOf(request), settings, tenant);
    case 'DELETE /faults': return disarm(url, settings, tenant);
    case 'POST /notifications': return offered(settings.sendNotification, 'notifications')(await bodyOf(request));
    case 'GET /questions': return offered(settings.questions, 'questions')();
    case 'POST /questions': return offered(settings.answerQuestion, 'questions')(await bodyOf(request));
    default: throw new ControlError(404, { nl: `${route.slice(0, 80)} is er niet; er zijn /state, /exchanges, /faults, /notifications en /questions.`, en: `There is no ${route.slice(0, 80)}; there are /state, /exchanges, /faults, /notifications and /questions.` });
  }
}
const notOffered = {
  notifications: { nl: 'Een run die toetst meldt niet op verzoek aan: dan is niet meer duidelijk wie wat deed. Gebruik toetssteen up.', en: 'A run that tests does not notify on demand: it would no longer be clear who did what. Use toetssteen up.' },
  questions: { nl: 'Deze run stelt geen vragen.', en: 'This run asks no questions.' },
  exchanges: { nl: 'Deze run toont geen berichten.', en: 'This run shows no messages.' },
} as const;
function offered<T>(call: T | undefined, name: keyof typeof notOffered): T {
  if (call === undefined) throw new ControlError(501, notOffered[name]);
  return call;
}
function numberOf(url: URL, name: 'since' | 'last'): number | null {
  const text = url.searchParams.get(name);
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw new ControlError(400, { nl: `${name} is "${text.slice(0, 40)}"; geef een getal: since is het seq van het laatste bericht dat u kent.`, en: `${name} is "${text.slice(0, 40)}"; give a number: since is the seq of the last exchange that you know.` });
  return Number(text);
}
async function arm(body: unknown, settings: ControlSettings, tenant: string): Promise<unknown> {
  const { readArmRequest } = await import('./arm-request.ts');
  const read = readArmRequest(body);
  if (!read.ok) throw new ControlError(400, { nl: `Geen fout om in te stellen: ${read.problem}. Geef {"id": "…", "times": 1, "where": {"endpoint": "…"}}.`, en: `Not a fault to arm: ${read.problem}. Give {"id": "…", "times": 1, "where": {"endpoint": "…"}}.` });
  known(read.request.id);
  armFault(settings.store, { ...read.request, tenant, armedAt: settings.clock.now() });
  return { armed: armedFaults(settings.store, tenant) };
}
function disarm(url: URL, settings: ControlSettings, tenant: string): unknown {
  const id = url.searchParams.get('id') ?? undefined;
  if (id !== undefined) known(id);
  disarmFaults(settings.store, tenant, id);
  return { armed: armedFaults(settings.store, tenant) };
}
function known(id: string): void {
  if (faultById(id) === undefined) throw new ControlError(404, { nl: `De fout "${id.slice(0, 60)}" bestaat niet; toetssteen faults toont ze.`, en: `There is no fault "${id.slice(0, 60)}"; toetssteen faults lists them.` });
}
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new ControlError(415, { nl: 'Stuur Content-Type: application/json.', en: 'Send Content-Type: application/json.' });
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maximumBody) throw new ControlError(413, { nl: `De inhoud is groter dan ${maximumBody} bytes.`, en: `The body is larger than ${maximumBody} bytes.` });
    pieces.push(piece);
  }
  try { return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown; } catch { throw new ControlError(400, { nl: 'De inhoud is geen JSON.', en: 'The body is not JSON.' }); }
}
function send(response: ServerResponse, status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(value ?? null));
}
