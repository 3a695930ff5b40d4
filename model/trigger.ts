/**
 * What the harness asks a SUT to do, by webhook or command; a person gets the same values in words.
 * POST <trigger url>, `Authorization: Bearer <secret>`, this object as JSON; the answer is 200 when the work is done
 * (or 202 when it goes on), 501 when the system cannot do it, 4xx/5xx with `{ "error": "…" }` otherwise.
 */
export type TriggerAction =
  /** Sender: send a BgZ of this patient to this receiver. */
  | 'send'
  /** Sender: the data set of the earlier notification (same patient, same receiver) changed; inform the receiver. */
  | 'renew'
  /** Sender: revoke the earlier notification. */
  | 'cancel'
  /** Receiver: fetch what was offered in the notification with this identifier. */
  | 'pull';

export interface TriggerRequest {
  readonly action: TriggerAction;
  /** Patient: synthetic BSN. */
  readonly patientBsn: string;
  /** URA of the SUT's own organisation that acts. */
  readonly actingUra: string;
  /** URA of the other organisation. */
  readonly otherUra: string;
  /** For pull: identifier value of the Notification Task (`urn:uuid:…`). */
  readonly notificationIdentifier?: string;
  /** For send: make the data available for this many seconds only. */
  readonly availableForSeconds?: number;
}
export interface TriggerAnswer {
  readonly done: boolean;
  /** For people: what happened. */
  readonly message: string;
  /** For send/renew/cancel: identifier of the notification, when the system knows it. */
  readonly notificationIdentifier?: string;
}

/** GET <access log url>?since=<ISO instant>, same secret: one entry per access to patient data (NEN 7513 read-out). */
export interface AccessLogEntry {
  readonly at: string;
  readonly patientBsn: string;
  /** Organisation that got access: URA. */
  readonly organisation: string;
  readonly user?: string;
  /** For example `read` or `search`. */
  readonly action: string;
  /** Resource type or path. */
  readonly object: string;
  readonly outcome: 'granted' | 'refused';
}
