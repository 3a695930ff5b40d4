import type { Text } from '../../../model/text.ts';

/** One thing that the doctor looked at. */
export interface DoctorCheck {
  /** Stable, for example `port` or `tls:xis.example:8443:harness-receiver`. */
  readonly id: string;
  /** `warning`: testing is possible, but something will be untested or unclear. */
  readonly ok: boolean | 'warning';
  readonly title: Text;
  /** What was seen. */
  readonly detail: Text;
  /** What to do next; empty when nothing has to be done. */
  readonly next: Text;
}
type Head = Pick<DoctorCheck, 'id' | 'title'>;
const nothing: Text = { nl: '', en: '' };
/** A text that needs no translation: a name, a number, a message of the network. */
export const same = (text: string): Text => ({ nl: text, en: text });
export const text = (nl: string, en: string): Text => ({ nl, en });

export const good = (head: Head, detail: Text): DoctorCheck => ({ ...head, ok: true, detail, next: nothing });
export const doubtful = (head: Head, detail: Text, next: Text): DoctorCheck => ({ ...head, ok: 'warning', detail, next });
export const bad = (head: Head, detail: Text, next: Text): DoctorCheck => ({ ...head, ok: false, detail, next });
