import type { Definitions } from '../definitions/definitions.ts';
import type { ValueSetFacts } from '../definitions/terminology.ts';
import type { FhirVersion } from '../version.ts';
import type { CodeToCheck } from './answer.ts';
import { BoundedCache } from './bounded-cache.ts';
import { readServerAnswer, unsureAnswer, type ServerAnswer } from './server-answer.ts';
import { questionAddress, questionBody, questionWithValueSet, standsAlone, type CodedValue } from './server-question.ts';

/** A terminology server as the user configures it: there is no default address. */
export interface TerminologyServerOptions {
  /** FHIR base address, http or https. */
  readonly address: string;
  readonly fhir: FhirVersion;
  /** How a code is asked; a value set that the server lacks is always sent with POST. Default GET. */
  readonly method?: 'GET' | 'POST';
  /** Value of the `Authorization` header, asked for each request. */
  readonly authorization?: () => string | Promise<string>;
  /** Milliseconds a question; default 10,000. */
  readonly timeout?: number;
  /** Questions at a time; default 4. */
  readonly concurrency?: number;
  /** After so many questions in a row without answer no more are asked until `retryAfter` milliseconds later. Default 3, and 60,000. */
  readonly failuresAllowed?: number;
  readonly retryAfter?: number;
  /** Answers remembered; default 20,000. Only `in` and `out` are. */
  readonly cacheSize?: number;
  /** For value sets that the server lacks. */
  readonly definitions?: Pick<Definitions, 'valueSet'>;
  /** Milliseconds; default the system's monotonic clock. */
  readonly now?: () => number;
}
export interface TerminologyServer {
  readonly address: string;
  /** Never throws: what goes wrong is an answer. The same question is asked once at a time, and not again once it is answered. */
  validateCode(code: CodeToCheck, valueSet: string): Promise<ServerAnswer>;
}

const largestAnswer = 1024 * 1024;

/** @throws {TypeError} when the address is not an http(s) address */
export function createTerminologyServer(options: TerminologyServerOptions): TerminologyServer {
  const base = baseOf(options.address);
  const { fhir, definitions, timeout = 10_000, failuresAllowed = 3, retryAfter = 60_000, now = () => performance.now() } = options;
  const known = new BoundedCache<ServerAnswer>(options.cacheSize ?? 20_000);
  const running = new Map<string, Promise<ServerAnswer>>();
  const lacking = new BoundedCache<true>(5_000);
  const turn = turns(options.concurrency ?? 4);
  let failures = 0;
  let silentSince = 0;

  async function send(address: string, body?: object): Promise<ServerAnswer> {
    if (failures >= failuresAllowed && now() - silentSince < retryAfter) return unsureAnswer('no-answer', '');
    let answer: ServerAnswer;
    try {
      const headers: Record<string, string> = { accept: 'application/fhir+json' };
      if (options.authorization !== undefined) headers.authorization = await options.authorization();
      if (body !== undefined) headers['content-type'] = 'application/fhir+json';
      // A redirect could carry the credential to another party.
      const response = await fetch(address, { method: body === undefined ? 'GET' : 'POST', headers, redirect: 'error', signal: AbortSignal.timeout(timeout), ...(body !== undefined && { body: JSON.stringify(body) }) });
      answer = readServerAnswer(response.status, await bounded(response));
    } catch (error) {
      const { name, cause, message } = error as Error & { cause?: { code?: string; message?: string } };
      answer = unsureAnswer('no-answer', name === 'TimeoutError' ? `${timeout} ms` : cause?.code ?? cause?.message ?? message);
    }
    if (answer.kind !== 'no-answer') failures = 0;
    else {
      failures += 1;
      if (failures >= failuresAllowed) silentSince = now();
    }
    return answer;
  }
  async function ask(code: CodedValue, valueSet: string): Promise<ServerAnswer> {
    const facts = definitions?.valueSet(valueSet) ?? null;
    const sendable: ValueSetFacts | null = facts !== null && standsAlone(facts) ? facts : null;
    if (sendable === null || lacking.get(valueSet) === undefined) {
      const answer = await (options.method === 'POST' ? send(`${base}/ValueSet/$validate-code`, questionBody(fhir, valueSet, code)) : send(questionAddress(base, fhir, valueSet, code)));
      if (answer.kind !== 'unknown-value-set' || sendable === null) return answer;
      lacking.set(valueSet, true);
    }
    return send(`${base}/ValueSet/$validate-code`, questionWithValueSet(fhir, sendable, code));
  }
  return {
    address: base,
    async validateCode(code, valueSet) {
      const { system } = code;
      if (system === undefined) return unsureAnswer('cannot-tell', 'no system');
      const key = JSON.stringify([valueSet, system, code.code, code.version ?? null]);
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      let answering = running.get(key);
      if (answering === undefined) {
        answering = turn(() => ask({ ...code, system }, valueSet)).then((answer) => {
          if (answer.kind === 'in' || answer.kind === 'out') known.set(key, answer);
          return answer;
        }).finally(() => running.delete(key));
        running.set(key, answering);
      }
      return answering;
    },
  };
}

function baseOf(address: string): string {
  let url: URL | null = null;
  try { url = new URL(address); } catch { /* told below */ }
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search !== '' || url.hash !== '') throw new TypeError('the address of the terminology server is not an http(s) address');
  return url.href.replace(/\/+$/, '');
}
async function bounded(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > largestAnswer) throw new Error('answer too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
/** At most so many at a time; the rest wait in order. */
function turns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (busy >= most) await new Promise<void>((go) => waiting.push(go));
    else busy += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next !== undefined) next(); else busy -= 1;
    }
  };
}
