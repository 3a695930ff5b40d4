import { instant } from '../reports/time.ts';
import type { ProgressEvent } from '../run/engine/engine.ts';
import type { Text } from '../model/text.ts';

export type Lang = 'nl' | 'en';
const symbols: Readonly<Record<string, string>> = { finished: 'v', 'not-applicable': '-', error: '!', waiting: '~' };

/** Progress lines while a run goes on. A case that ended with a reason saw less than it looked for: it gets a question mark, never the mark of one that came to its end. */
export function progressLine(event: ProgressEvent, lang: Lang): string | null {
  const say = (text: Text): string => text[lang];
  if (event.kind === 'case-ended') {
    const { record } = event;
    const reason = record.reasons[0] === undefined ? '' : ` - ${say(record.reasons[0])}`;
    const mark = record.state === 'finished' && reason !== '' ? '?' : symbols[record.state] ?? '?';
    return `  ${mark} ${event.case.id}  ${say(event.case.title)}${reason}`;
  }
  if (event.kind === 'waiting' && event.wait.for !== 'message') {
    const until = instant(event.wait.until, lang);
    return `  ~ ${event.case.id}  ${say(event.wait.who)}: ${say(event.wait.what)} (${lang === 'nl' ? 'tot' : 'until'} ${until})`;
  }
  return null;
}
