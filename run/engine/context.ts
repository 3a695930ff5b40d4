import { randomUUID } from 'node:crypto';
import type { Claim } from '../../model/claim.ts';
import type { CaseRef, Exchange, JournalEntry } from '../../model/exchange.ts';
import type { NotificationGrant, TokenGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Persona } from '../../model/persona.ts';
import type { WaitResult } from '../../model/result.ts';
import type { Store } from '../../model/simulator.ts';
import type { Text } from '../../model/text.ts';
import type { TriggerRequest } from '../../model/trigger.ts';
import type { Clock } from '../../model/clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { CaseRecord } from './case-store.ts';
import type { Correlation } from './correlation.ts';
import type { Floor } from './floor.ts';
import { Inconclusive, type CaseContext, type Instruction, type ProbeCall, type SigningTools, type TestCase } from './test-case.ts';
import { Stopped, type Waiter } from './waiting.ts';

/** What a person is asked to do or to say, kept until answered. */
export interface Question { readonly id: string; readonly case: CaseRef; readonly question: string; readonly text: Text; readonly askedAt: number }

/** The people around a run: a terminal, the control API, or a scripted tester. */
export interface Humans {
  /** Shows what somebody must do now; the run goes on waiting for its effect. */
  instruct(instruction: Instruction, trigger: TriggerRequest, ref: CaseRef): void;
  /** Shows a question; the answer comes through `journal.addAttestation`. */
  question(question: Question): void;
}

export interface ContextParts {
  readonly claim: Claim;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly store: Store;
  readonly floor: Floor;
  readonly correlation: Correlation;
  readonly humans: Humans;
  readonly organisations: readonly Organisation[];
  readonly tenant: string;
  persona(key: string): { readonly persona: Persona; readonly bsn: string };
  origin(): string;
  probe(call: ProbeCall, ref: CaseRef): Promise<Exchange>;
  runTrigger(role: 'twiin-sender' | 'twiin-receiver', request: TriggerRequest): Promise<{ outcome: 'done' | 'accepted' | 'cannot' | 'failed' | 'manual'; message: string }>;
  signing(memory: Record<string, any>): SigningTools;
  armFault(id: string, where: Record<string, string> | undefined, tenant: string): void;
  disarmFaults(tenant: string): void;
  showLookalike(on: boolean): void;
  progressWait(testCase: TestCase, wait: WaitResult): void;
  readonly uuid?: () => string;
  readonly stop: AbortSignal;
}

/** Builds what one case works with. */
export function caseContext(parts: ContextParts, testCase: TestCase, record: CaseRecord, waiter: Waiter, save: () => void): CaseContext {
  const { clock, journal, claim } = parts;
  const ref: CaseRef = { id: record.id, attempt: record.attempt };
  const { persona, bsn } = parts.persona(testCase.persona);
  const uuid = parts.uuid ?? randomUUID;
  record.memory.waits ??= {};
  let instruction: Instruction | null = record.memory.instruction ?? null;

  const organisation = (key: string): Organisation => {
    const found = parts.organisations.find((one) => one.key === key || one.ura === key);
    if (found === undefined) throw new Error(`No organisation has the key or URA ${key}`);
    return found;
  };
  /** Where our addressee is in the story, the SUT's other party is; a receiver deals with our sender. */
  const other = testCase.addressee ?? organisation('west').ura;

  function beginWait(name: string, kind: WaitResult['for'], wait: Instruction, window: number): WaitResult {
    const known = record.memory.waits[name];
    const until = known?.until ?? clock.now() + window;
    record.memory.waits[name] = { until, window };
    const asked = instruction ?? wait;
    const result: WaitResult = { id: `${ref.id}/${name}`, for: kind, who: asked.who, what: kind === 'message' && instruction ? instruction.what : wait.what, values: { ...wait.values, ...asked.values }, seenInstead: [], until };
    record.wait = result;
    record.state = 'waiting';
    save();
    parts.progressWait(testCase, result);
    return result;
  }
  function endWait(): void { record.state = 'running'; record.wait = null; save(); }

  const entries = (): readonly JournalEntry[] => journal.entries(ref);

  const context: CaseContext = {
    otherBsn: (key) => parts.persona(key).bsn,
    claim, clock, ref, memory: record.memory, persona, bsn, store: parts.store, organisation, uuid,
    nodeUrl: (ura) => `${parts.origin()}/${parts.tenant}/twiin/${ura}`,
    call: (call) => {
      if (parts.stop.aborted) throw new Stopped();
      return parts.probe(call, ref);
    },
    trigger: async (action, options = {}) => {
      const role = testCase.role === 'twiin-receiver' ? 'twiin-receiver' : 'twiin-sender';
      const request: TriggerRequest = {
        action, patientBsn: bsn, actingUra: claim.ixit.organisation.ura, otherUra: options.otherUra ?? other,
        ...(options.notificationIdentifier === undefined ? {} : { notificationIdentifier: options.notificationIdentifier }),
        ...(options.availableForSeconds === undefined ? {} : { availableForSeconds: options.availableForSeconds }),
      };
      const result = await waiter.patiently(() => parts.runTrigger(role, request));
      if (result.outcome === 'manual') {
        instruction = manualInstruction(request, persona, organisation(request.otherUra));
        record.memory.instruction = instruction;
        parts.humans.instruct(instruction, request, ref);
      }
      const event = journal.addTrigger({
        kind: 'trigger', at: clock.now(), action, outcome: result.outcome === 'manual' ? 'accepted' : result.outcome, message: result.message, case: ref,
      });
      save();
      return event;
    },
    expectMessage: async (wait) => {
      const found = wait.find(entries());
      if (found !== undefined) return found;
      const { until } = beginWait(`message-${record.phase}`, 'message', wait, wait.window);
      const message = await waiter.until(() => wait.find(entries()), until);
      instruction = null;
      record.memory.instruction = null;
      endWait();
      return message;
    },
    settle: async (wait) => {
      const { until } = beginWait(`settle-${record.phase}`, 'message', wait, wait.window);
      let count = entries().length;
      let since = clock.now();
      for (;;) {
        const more = await waiter.until(() => (entries().length > count ? true : undefined), Math.min(until, since + wait.still));
        if (more === null) break;
        count = entries().length;
        since = clock.now();
        if (since >= until) break;
      }
      instruction = null;
      record.memory.instruction = null;
      endWait();
    },
    pause: async (name, ms, why) => {
      const { until } = beginWait(`pause-${name}`, 'time', { who: { nl: 'niemand', en: 'nobody' }, what: why, values: {} }, ms);
      delete record.memory.waits[`pause-${name}`].window;
      save();
      await waiter.until(() => undefined, until);
      endWait();
    },
    ask: async (question, text) => {
      const find = () => entries().find((entry) => entry.kind === 'attestation' && entry.question === question);
      if (find() === undefined) {
        const { until } = beginWait(`answer-${question}`, 'answer', { who: { nl: 'de tester', en: 'the tester' }, what: text, values: { vraag: question } }, claim.ixit.windows.attest);
        parts.humans.question({ id: `${ref.id}/${question}`, case: ref, question, text, askedAt: clock.now() });
        await waiter.until(find, until);
        endWait();
      }
      const answer = find();
      return answer?.kind === 'attestation' ? answer : null;
    },
    takeFloor: () => waiter.letGo(() => parts.floor.take(ref, parts.stop).catch(() => { throw new Stopped(); })),
    leaveFloor: () => parts.floor.leave(ref),
    entries,
    remember: (kind, value) => parts.correlation.remember(kind, value, ref),
    grants: () => parts.store.list<NotificationGrant | TokenGrant>('grants').map((row) => row.value).filter((grant) => grant.caseId === grantOwner(ref)),
    addGrant: (grant) => {
      const key = grant.kind === 'token' ? grant.value : grant.identifier;
      parts.store.put('grants', key, { ...grant, caseId: grantOwner(ref) });
    },
    inconclusive: (reason) => { throw new Inconclusive(reason); },
    fact: (name, value) => { record.facts[name] = value; save(); },
    armFault: (id, where) => parts.armFault(id, where, parts.tenant),
    disarmFaults: () => parts.disarmFaults(parts.tenant),
    showLookalike: (on) => parts.showLookalike(on),
    signing: parts.signing(record.memory),
  };
  return context;
}

/** Grants carry the attempt too, so that a cut attempt's grants are told apart. */
export function grantOwner(ref: CaseRef): string { return `${ref.id}#${ref.attempt}`; }

function manualInstruction(request: TriggerRequest, persona: Persona, other: Organisation): Instruction {
  const values: Record<string, string> = {
    BSN: request.patientBsn, 'patiënt': [...persona.patient.given, persona.patient.prefix, persona.patient.family].filter(Boolean).join(' '),
    'URA andere organisatie': request.otherUra, 'andere organisatie': other.name,
  };
  if (request.notificationIdentifier !== undefined) values['kenmerk aanmelding'] = request.notificationIdentifier;
  if (request.availableForSeconds !== undefined) values['beschikbaar voor (seconden)'] = String(request.availableForSeconds);
  const what: Record<TriggerRequest['action'], Text> = {
    send: { nl: `Stuur de BgZ van deze patiënt mee met een verwijzing naar ${other.name}.`, en: `Send the BgZ of this patient along with a referral to ${other.name}.` },
    renew: { nl: 'Wijzig een gegeven in het dossier en stuur de vernieuwde BgZ mee met dezelfde verwijzing.', en: 'Change an item in the dossier and send the renewed BgZ with the same referral.' },
    cancel: { nl: 'Trek de aanmelding in.', en: 'Revoke the notification.' },
    pull: { nl: 'Haal de aangeboden gegevens op.', en: 'Fetch the offered data.' },
  };
  return { who: { nl: 'de gebruiker van het XIS', en: 'the user of the XIS' }, what: what[request.action], values };
}
