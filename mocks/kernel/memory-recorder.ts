import { jsonInBody, textInBody } from '../../model/body-content.ts';
import type { Recorder } from '../../model/recorder.ts';
import { findBsns } from '../../fixtures/bsn-places.ts';
import { isAcceptedBsn } from '../../fixtures/bsn.ts';

/** One request that the simulators got, with the answer that they gave. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body parsed as JSON, or as text when it is not JSON; null when it was withheld. */
  readonly body: unknown;
  readonly endpoint: string;
  /** URA of the organisation that was called; empty for ZORG-AB. */
  readonly organisation: string;
  /** HTTP status of the answer; null while none was given, or when an armed fault let none leave. */
  readonly status: number | null;
  /** The armed fault that was used for the answer. */
  readonly fault: string | null;
  /** Why the content is not kept: a BSN that is not in the table of test BSNs. */
  readonly withheld?: { readonly place: string; readonly reason: string };
}
export interface MemoryRecorder {
  readonly recorder: Recorder;
  /** In the order of arrival. */
  readonly received: readonly Received[];
}

/** Keeps what came in memory, for unit tests. Real BSNs are refused here as well (DESIGN, rule 10). */
export function memoryRecorder(options: { readonly extraBsns?: readonly string[] } = {}): MemoryRecorder {
  const received: Received[] = [];
  const change = (id: string, changes: Partial<Received>): void => { received[Number(id)] = { ...received[Number(id)]!, ...changes }; };
  const recorder: Recorder = {
    admit: (message) => {
      const wrong = findBsns(message).find((found) => !isAcceptedBsn(found.value, options.extraBsns));
      return wrong === undefined ? { ok: true } : { ok: false, place: wrong.place, reason: 'a BSN outside the table of test BSNs / een BSN buiten de tabel met test-BSN\'s' };
    },
    arrived: ({ request, url, about, admission }) => {
      const common = { method: request.method, endpoint: about.endpoint, organisation: about.organisation, status: null, fault: null };
      received.push(admission.ok
        ? { ...common, url, headers: request.headers, body: bodyOf(request.body) }
        : { ...common, url: url.split('?')[0]!, headers: {}, body: null, withheld: { place: admission.place, reason: admission.reason } });
      return String(received.length - 1);
    },
    answered: (id, { response, fault }) => change(id, { status: response.status === 0 ? null : response.status, fault }),
    ended: () => {},
    connectionRefused: () => {},
  };
  return { recorder, received };
}
function bodyOf(body: Uint8Array): unknown {
  const json = jsonInBody(body);
  return json === undefined ? textInBody(body) : json;
}
