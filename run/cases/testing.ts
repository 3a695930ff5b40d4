import { organisations } from '../../fixtures/organisations.ts';
import { minimaal } from '../../fixtures/personas/index.ts';
import { memoryStore } from '../../mocks/kernel/memory-store.ts';
import type { Exchange, JournalEntry, TransportOutcome, TriggerEvent } from '../../model/exchange.ts';
import { demoClaim } from '../demo/demo-claim.ts';
import { Inconclusive, type CaseContext, type Phase, type ProbeCall } from '../engine/test-case.ts';

/** What the system under test of a unit test answers: nothing given is 200 without a body. */
export interface Scripted { readonly status?: number; readonly body?: unknown; readonly headers?: Record<string, string>; readonly outcome?: TransportOutcome }
/** The parts of a case's surroundings that a unit test wants to be different. */
export interface Scene extends Partial<Omit<CaseContext, 'call' | 'trigger'>> {
  readonly answer?: (call: ProbeCall, index: number) => Scripted;
  readonly trigger?: TriggerEvent['outcome'];
  /** What has arrived when the case waits for a message. */
  readonly arrives?: readonly JournalEntry[];
}
const bytes = (body: unknown): Uint8Array => new TextEncoder().encode(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));

export const claim = demoClaim({ xisOrigin: 'https://xis.test', controlUrl: 'https://xis.test/control', accessLogUrl: 'https://xis.test/log', jwks: { keys: [] }, secret: 'x', port: 0 });

/** A case on its own, for unit tests of its phases: calls and whatever else it does are kept, in order, and nothing is sent. */
export function scene({ answer = () => ({}), trigger = 'done', arrives = [], ...over }: Scene = {}) {
  const calls: ProbeCall[] = [];
  /** Everything but calls, a line each. */
  const did: string[] = [];
  const grants: any[] = [];
  const waits: any[] = [];
  let uuid = 0;
  const at = 1_000_000;
  const c: CaseContext = {
    claim, clock: { now: () => at, sleep: async () => {}, hold: () => () => {} }, ref: { id: 'A', attempt: 1 }, memory: {}, persona: minimaal, bsn: minimaal.patient.bsn, store: memoryStore(),
    otherBsn: (key) => (key === 'minimaal' ? minimaal.patient.bsn : `bsn of ${key}`), organisation: (key) => organisations.find((one) => one.key === key || one.ura === key)!, nodeUrl: (ura) => `https://us.test/t1/twiin/${ura}`,
    call: async (call) => {
      calls.push(call);
      const { status = 200, body, headers = {}, outcome = 'answered' } = answer(call, calls.length - 1);
      return { kind: 'exchange', id: `x${calls.length}`, seq: calls.length, transport: { outcome }, response: outcome === 'answered' ? { status, headers, body: bytes(body) } : null } as Exchange;
    },
    trigger: async (action, options) => { did.push(`trigger ${action} ${JSON.stringify(options ?? {})}`); return { outcome: trigger, message: 'said' } as TriggerEvent; },
    expectMessage: async (wait) => { waits.push(wait); return wait.find(arrives) ?? null; },
    settle: async (wait) => { waits.push(wait); did.push(`settle ${wait.still} ${wait.window}`); },
    pause: async (name, ms) => { did.push(`pause ${name} ${ms}`); },
    ask: async (question) => { did.push(`ask ${question}`); return null; },
    takeFloor: async () => { did.push('take floor'); }, leaveFloor: () => { did.push('leave floor'); }, entries: () => arrives,
    remember: (kind, value) => { did.push(`remember ${kind} ${value}`); }, grants: () => grants, addGrant: (grant) => { grants.push(grant); },
    inconclusive: (reason) => { throw new Inconclusive(reason); }, fact: (name, value) => { did.push(`fact ${name} ${value}`); },
    armFault: (id, where) => { did.push(`arm ${id}${where === undefined ? '' : ` ${JSON.stringify(where)}`}`); }, disarmFaults: () => { did.push('disarm'); }, showLookalike: (on) => { did.push(`lookalike ${on}`); },
    // What a request is made from stands in it, so that a test can read what was asked.
    signing: { tokenRequest: async (options) => JSON.stringify(options) }, uuid: () => `uuid-${uuid += 1}`, ...over,
  };
  return { c, calls, did, grants, waits };
}
/** What a token request was made from. */
export const asked = (call: ProbeCall | undefined): Record<string, any> => JSON.parse(String(call?.body));
/** Runs one phase and gives the English reason with which it ended the case; null when it went on. */
export async function ends(phase: Phase | undefined, c: CaseContext): Promise<string | null> {
  try {
    await phase!.run(c);
    return null;
  } catch (error) {
    if (error instanceof Inconclusive) return error.reason.en;
    throw error;
  }
}
