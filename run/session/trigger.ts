import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { TriggerConfig } from '../../model/claim.ts';
import type { Clock } from '../../model/clock.ts';
import type { TriggerAnswer, TriggerRequest } from '../../model/trigger.ts';

export interface TriggerResult { readonly outcome: 'done' | 'accepted' | 'cannot' | 'failed' | 'manual'; readonly message: string }

/** Makes the SUT act, by webhook or command; `manual` is left to a person. Never throws for what the SUT does. */
export async function runTrigger(config: TriggerConfig | undefined, request: TriggerRequest, clock: Clock, timeoutMs: number): Promise<TriggerResult> {
  if (config === undefined || config.kind === 'manual') return { outcome: 'manual', message: 'a person is asked' };
  const release = clock.hold();
  try {
    return config.kind === 'webhook' ? await callWebhook(config, request, timeoutMs) : await runCommand(config.command, request, timeoutMs);
  } catch (error) {
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
  } finally { release(); }
}

async function callWebhook(config: Extract<TriggerConfig, { kind: 'webhook' }>, request: TriggerRequest, timeoutMs: number): Promise<TriggerResult> {
  const secret = config.secret ?? (config.secretFile === undefined ? undefined : readFileSync(config.secretFile, 'utf8').trim());
  const answer = await fetch(config.url, {
    method: 'POST', headers: { 'content-type': 'application/json', ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }) },
    body: JSON.stringify(request), signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
  });
  const text = (await answer.text()).slice(0, 2000);
  const message = messageIn(text);
  if (answer.status === 200) return { outcome: 'done', message };
  if (answer.status === 202) return { outcome: 'accepted', message };
  if (answer.status === 501) return { outcome: 'cannot', message };
  return { outcome: 'failed', message: `HTTP ${answer.status}: ${message}` };
}
function messageIn(text: string): string {
  try {
    const answer = JSON.parse(text) as Partial<TriggerAnswer> & { error?: string };
    return answer.message ?? answer.error ?? '';
  } catch { return text.slice(0, 200); }
}
/** The command gets the request on standard input; exit code 0 is done, 75 (EX_TEMPFAIL) accepted, 69 (EX_UNAVAILABLE) cannot. */
function runCommand(command: readonly string[], request: TriggerRequest, timeoutMs: number): Promise<TriggerResult> {
  return new Promise((resolve) => {
    const child = spawn(command[0]!, command.slice(1), { stdio: ['pipe', 'pipe', 'pipe'], timeout: timeoutMs, env: { ...process.env, TOETSSTEEN_ACTION: request.action, TOETSSTEEN_BSN: request.patientBsn, TOETSSTEEN_URA: request.otherUra } });
    let output = '';
    const keep = (piece: Buffer): void => { if (output.length < 2000) output += piece.toString(); };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(request));
    child.on('error', (error) => resolve({ outcome: 'failed', message: `${command[0]}: ${error.message}` }));
    child.on('close', (code) => {
      const outcome = code === 0 ? 'done' : code === 75 ? 'accepted' : code === 69 ? 'cannot' : 'failed';
      resolve({ outcome, message: output.trim().slice(0, 500) });
    });
  });
}
