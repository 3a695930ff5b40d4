import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { Clock } from '../model/clock.ts';
import type { TriggerAction, TriggerAnswer, TriggerRequest } from '../model/trigger.ts';
import type { AccessLog } from './access-log.ts';
import { CallFailed } from './caller.ts';
import type { XisConfig } from './config.ts';
import type { Holding } from './holding.ts';
import { listen, requestListener } from './listener.ts';
import type { Listening } from './listener.ts';
import type { Answer, Incoming } from './messages.ts';
import { json, objectOf, parseJson, textOf } from './messages.ts';
import { NoAddress } from './no-address.ts';
import { MayNotPull } from './receiving/puller.ts';
import { CannotDo, NotAccepted } from './sending/sender.ts';
import { TokenRefused } from './token-client.ts';

export interface ControlDeps {
  readonly config: XisConfig;
  readonly clock: Clock;
  readonly accessLog: AccessLog;
  act(request: TriggerRequest, holding: Holding): Promise<TriggerAnswer>;
  log(line: string): void;
}

const actions: readonly TriggerAction[] = ['send', 'renew', 'cancel', 'pull'];

/** The way a tester makes this XIS act and reads its access log (model/trigger.ts). For loopback; guarded by a secret. */
export async function startControl(deps: ControlDeps): Promise<Listening> {
  const server = createServer(requestListener((request) => handle(request), deps.clock, deps.log));
  return listen(server, deps.config.control.host, deps.config.control.port);

  async function handle(request: Incoming): Promise<Answer> {
    if (!isAuthorized(request.headers['authorization'], deps.config.control.secret)) return json(401, { error: 'The secret is missing or wrong; send Authorization: Bearer <secret>.' }, { 'www-authenticate': 'Bearer' });
    const url = new URL(request.target, 'http://control');
    if (url.pathname === '/trigger') return request.method === 'POST' ? trigger(request) : wrongMethod('POST');
    if (url.pathname === '/access-log') return request.method === 'GET' ? accessLog(url.searchParams.get('since')) : wrongMethod('GET');
    return json(404, { error: 'There is only /trigger and /access-log here.' });
  }

  async function trigger(request: Incoming): Promise<Answer> {
    const asked = readTrigger(request.body.toString('utf8'));
    if (typeof asked === 'string') return json(400, { error: asked });
    if (asked.actingUra !== deps.config.organisation.ura) return json(404, { error: `This system acts for URA ${deps.config.organisation.ura} only.` });
    try {
      return json(200, await deps.act(asked, request.holding));
    } catch (error) {
      const status = statusOf(error);
      if (!status) throw error;
      return json(status, { error: (error as Error).message });
    }
  }
  function accessLog(since: string | null): Answer {
    const at = since === null ? 0 : Date.parse(since);
    return Number.isNaN(at) ? json(400, { error: 'since must be an ISO instant, for example 2026-11-24T09:00:00Z.' }) : json(200, deps.accessLog.since(at));
  }
}

const wrongMethod = (allow: string) => json(405, { error: `Use ${allow}.` }, { allow });

/** HTTP status for what can go wrong in an ordinary way; undefined for an error of our own. */
function statusOf(error: unknown): number | undefined {
  if (error instanceof CannotDo) return 404;
  if (error instanceof MayNotPull) return 409;
  const remote = [CallFailed, NoAddress, NotAccepted, TokenRefused];
  return remote.some((kind) => error instanceof kind) ? 502 : undefined;
}

function isAuthorized(header: string | undefined, secret: string): boolean {
  const given = /^bearer +(.+)$/i.exec(header ?? '')?.[1] ?? '';
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(secret)) && secret !== '';
}

/** A trigger, or what is wrong with it. */
export function readTrigger(text: string): TriggerRequest | string {
  const body = objectOf(parseJson(text)?.value);
  if (!body) return 'The body must be a JSON object (see model/trigger.ts).';
  const action = actions.find((known) => known === body['action']);
  if (!action) return `action must be one of ${actions.join(', ')}.`;
  const values = { patientBsn: textOf(body['patientBsn']), actingUra: textOf(body['actingUra']), otherUra: textOf(body['otherUra']) };
  const missing = Object.entries(values).find(([, value]) => value === undefined)?.[0];
  if (missing) return `${missing} is missing.`;
  const identifier = textOf(body['notificationIdentifier']);
  if (action === 'pull' && !identifier) return 'notificationIdentifier is missing; it says which notification to pull.';
  const seconds = body['availableForSeconds'];
  if (seconds !== undefined && (typeof seconds !== 'number' || !(seconds > 0))) return 'availableForSeconds must be a positive number.';
  return {
    action, patientBsn: values.patientBsn!, actingUra: values.actingUra!, otherUra: values.otherUra!,
    ...(identifier ? { notificationIdentifier: identifier } : {}), ...(typeof seconds === 'number' ? { availableForSeconds: seconds } : {}),
  };
}
