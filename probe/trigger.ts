import type { Clock } from '../model/clock.ts';
import type { TriggerConfig } from '../model/claim.ts';
import type { TriggerAnswer, TriggerRequest } from '../model/trigger.ts';
import { runCommand } from './trigger-command.ts';
import { callWithSecret } from './trigger-http.ts';

export interface TriggerTools {
  /** Bearer secret of the webhook; never recorded and never shown. */
  readonly secret: string | null;
  readonly clock: Clock;
  /** Real milliseconds. */
  readonly timeoutMs: number;
  /** PEM anchors for a webhook over https beside those of the system. */
  readonly trust?: string;
}
export interface TriggerResult {
  readonly outcome: 'done' | 'accepted' | 'cannot' | 'failed';
  readonly answer?: TriggerAnswer;
  readonly message: string;
}
/** Exit codes of a command: 0 done, EX_TEMPFAIL accepted (the work goes on), EX_UNAVAILABLE cannot; others fail. */
export const commandAccepted = 75;
export const commandCannot = 69;
/** Real milliseconds after which a running trigger lets go of the clock. */
const patienceMs = 300;

/**
 * Asks the SUT to act, by webhook or command (model/trigger.ts). Never rejects: whatever goes wrong is `failed` with a
 * message for people. A manual trigger is the run's affair; here it answers `failed`.
 */
export async function runTrigger(config: TriggerConfig, request: TriggerRequest, tools: TriggerTools): Promise<TriggerResult> {
  const release = tools.clock.hold();
  // A system that works long may itself be waiting for an answer of ours that sleeps on the same (virtual) clock.
  const patience = setTimeout(release, patienceMs);
  try {
    if (config.kind === 'manual') return failed('a manual trigger is done by a person; nothing was called');
    const result = config.kind === 'webhook' ? await byWebhook(config.url, request, tools) : await byCommand(config.command, request, tools);
    return withoutSecret(result, tools.secret);
  } finally { clearTimeout(patience); release(); }
}

async function byWebhook(url: string, request: TriggerRequest, tools: TriggerTools): Promise<TriggerResult> {
  const reply = await callWithSecret({ method: 'POST', url, body: JSON.stringify(request), ...tools });
  if ('problem' in reply) return failed(`the webhook gave no answer: ${reply.problem}. Check the address in ixit.triggers and whether the system runs.`);
  const answer = answerOf(reply.text);
  const said = answer?.message || errorOf(reply.text);
  if (reply.status === 501) return { outcome: 'cannot', ...(answer ? { answer } : {}), message: said || 'the system says that it cannot do this (501)' };
  if (reply.status === 202) return { outcome: 'accepted', ...(answer ? { answer } : {}), message: said || 'accepted; the work goes on' };
  if (reply.status === 401 || reply.status === 403) return failed(`the webhook refuses the secret (HTTP ${reply.status}): check that secretFile holds what the system expects${said ? `. It says: ${said}` : ''}`);
  if (reply.status !== 200) return failed(`the webhook answered HTTP ${reply.status}${said ? `: ${said}` : ''}; expected 200, 202 or 501`);
  if (answer?.done === false) return { ...failed(said || 'the system says that it did not do this'), answer };
  return { outcome: 'done', ...(answer ? { answer } : {}), message: said || 'done' };
}

async function byCommand(command: readonly string[], request: TriggerRequest, tools: TriggerTools): Promise<TriggerResult> {
  const end = await runCommand(command, request, tools.timeoutMs);
  const name = command[0] ?? '';
  if (end.problem !== null) return failed(`the command "${name}" ${end.problem}`);
  // A program may print a log before its answer: the answer is the last line.
  const answer = answerOf(end.output) ?? answerOf(end.output.trimEnd().split('\n').at(-1) ?? '');
  const said = answer?.message ?? '';
  if (end.code === commandCannot) return { outcome: 'cannot', ...(answer ? { answer } : {}), message: said || `the command "${name}" says that it cannot do this (exit code ${commandCannot})` };
  if (end.code === commandAccepted) return { outcome: 'accepted', ...(answer ? { answer } : {}), message: said || 'accepted; the work goes on' };
  if (end.code !== 0) return failed(`the command "${name}" ended with exit code ${end.code}${said ? `: ${said}` : ''}; expected 0 (done), ${commandAccepted} (accepted) or ${commandCannot} (cannot)`);
  if (answer?.done === false) return { ...failed(said || `the command "${name}" says that it did not do this`), answer };
  return { outcome: 'done', ...(answer ? { answer } : {}), message: said || 'done' };
}

const failed = (message: string): TriggerResult => ({ outcome: 'failed', message });

function answerOf(text: string): TriggerAnswer | undefined {
  const parsed = parse(text);
  if (typeof parsed !== 'object' || parsed === null || typeof (parsed as TriggerAnswer).done !== 'boolean') return undefined;
  const { done, message, notificationIdentifier } = parsed as Record<string, unknown>;
  return {
    done: done as boolean, message: typeof message === 'string' ? short(message) : '',
    ...(typeof notificationIdentifier === 'string' ? { notificationIdentifier } : {}),
  };
}
function errorOf(text: string): string {
  const error = (parse(text) as { error?: unknown } | null | undefined)?.error;
  return typeof error === 'string' ? short(error) : '';
}
function parse(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return undefined; }
}
const short = (text: string) => (text.length > 500 ? `${text.slice(0, 500)}…` : text);

/** A system that echoes its input must not bring the secret into the journal. */
function withoutSecret(result: TriggerResult, secret: string | null): TriggerResult {
  if (!secret) return result;
  const clean = (text: string) => text.replaceAll(secret, '[secret]');
  const answer = result.answer && {
    ...result.answer, message: clean(result.answer.message),
    ...(result.answer.notificationIdentifier === undefined ? {} : { notificationIdentifier: clean(result.answer.notificationIdentifier) }),
  };
  return { ...result, message: clean(result.message), ...(answer ? { answer } : {}) };
}
