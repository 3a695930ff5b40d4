import type { Claim } from '../../model/claim.ts';
import type { CaseRef, Attestation, Endpoint, Exchange, JournalEntry, TriggerEvent } from '../../model/exchange.ts';
import type { NotificationGrant, TokenGrant } from '../../model/grant.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Persona } from '../../model/persona.ts';
import type { Role } from '../../model/roles.ts';
import type { Store } from '../../model/simulator.ts';
import type { Stimulus } from '../../model/stimulus.ts';
import type { Text } from '../../model/text.ts';
import type { TriggerAction } from '../../model/trigger.ts';
import type { Clock } from '../../model/clock.ts';
import type { KeyKind } from './correlation.ts';

/** Which kind of story a case tells; rules see it as the fact `caseKind`. */
export type CaseKind =
  | 'send' | 'send-workflow' | 'renew' | 'cancel' | 'receive' | 'receive-cancel' | 'refusals' | 'directory' | 'attest' | 'access-log' | 'simulator';

/** An executable realisation of test purposes: phases that run in order, each kept on disk when it is done. */
export interface TestCase {
  readonly id: string;
  readonly title: Text;
  readonly role: Role;
  readonly kind: CaseKind;
  /** Which persona plays the patient. */
  readonly persona: string;
  /** URA that the notification of this case must go to; null when the SUT only receives. */
  readonly addressee: string | null;
  /** Waits long, so it starts first and runs beside the rest. */
  readonly long?: boolean;
  /** Changes something that all conversations see, so it runs alone, last. */
  readonly alone?: boolean;
  /** Null when the case applies to this claim, else why not. */
  notApplicable(claim: Claim): Text | null;
  readonly phases: readonly Phase[];
}
/** A phase that waits must only wait: after an interruption it starts again from its beginning. */
export interface Phase { readonly name: string; run(c: CaseContext): Promise<void> }

export interface Instruction { readonly who: Text; readonly what: Text; readonly values: Readonly<Record<string, string>> }

export interface ProbeCall {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  /** Name of an identity of the test PKI; null: no client certificate. */
  readonly identity: string | null;
  readonly endpoint: Endpoint;
  readonly role: Role;
  readonly organisation: string;
  readonly stimulus?: Stimulus;
  readonly fresh?: boolean;
}

/** What a case may do. Everything that a case learns must go through `memory`, which survives the process. */
export interface CaseContext {
  readonly claim: Claim;
  readonly clock: Clock;
  readonly ref: CaseRef;
  readonly memory: Record<string, any>;
  readonly persona: Persona;
  readonly store: Store;
  /** BSN under which another persona is known in this claim. */
  otherBsn(key: string): string;
    /** BSN of the persona: the one of the claim when it names its own. */
  readonly bsn: string;
  organisation(key: string): Organisation;
  /** `https://…/t1/twiin/<ura>`: authorization server URL of one of our nodes. */
  nodeUrl(ura: string): string;
  call(call: ProbeCall): Promise<Exchange>;
  /** Asks the SUT to act; a person when the trigger is manual. */
  trigger(action: TriggerAction, options?: { readonly availableForSeconds?: number; readonly notificationIdentifier?: string; readonly otherUra?: string }): Promise<TriggerEvent>;
  /** Waits for the first entry of this case that `find` accepts; null when the window passed. */
  expectMessage(wait: Instruction & { readonly window: number; find(entries: readonly JournalEntry[]): Exchange | undefined }): Promise<Exchange | null>;
  /** Waits until `still` ms passed without a new message of this case (at most `window`). */
  settle(wait: Instruction & { readonly still: number; readonly window: number }): Promise<void>;
  /** Waits for time to pass; remembered over interruptions. */
  pause(name: string, ms: number, why: Text): Promise<void>;
  ask(question: string, text: Text): Promise<Attestation | null>;
  /** Takes the floor: from now on unclaimed messages of the SUT belong to this case. At most one case has it. */
  takeFloor(): Promise<void>;
  leaveFloor(): void;
  entries(): readonly JournalEntry[];
  remember(kind: KeyKind, value: string): void;
  grants(): readonly (NotificationGrant | TokenGrant)[];
  addGrant(grant: NotificationGrant | TokenGrant): void;
  /** Says why nothing can be concluded; the case ends as finished. */
  inconclusive(reason: Text): never;
  fact(name: string, value: string | number | boolean): void;
  armFault(id: string, where?: Record<string, string>): void;
  disarmFaults(): void;
  /** Puts the look-alike server certificate before our simulators, or takes it away. */
  showLookalike(on: boolean): void;
  readonly signing: SigningTools;
  uuid(): string;
}

/** Assertions of our own clients, right ones and spoiled ones. */
export interface SigningTools {
  tokenRequest(options: {
    readonly party: 'harness-receiver' | 'harness-sender' | 'harness-third';
    readonly ura: string;
    readonly tokenEndpoint: string;
    /** `aud` of the grant assertion; default: that of the SUT. */
    readonly authorizationServer?: string;
    readonly patientBsn?: string;
    readonly authorizationBase?: string | null;
    readonly spoil?: Stimulus['name'];
    /** Of a replay: which assertions of the last right request are sent again; default both. */
    readonly replayOf?: 'both' | 'client' | 'grant';
  }): Promise<string>;
}
/** Thrown by `inconclusive`. */
export class Inconclusive extends Error {
  readonly reason: Text;
  constructor(reason: Text) { super(reason.en); this.reason = reason; }
}
