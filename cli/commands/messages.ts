import type { MessageFinding, MessageLine } from '../../run/control/open-control.ts';
import type { ExchangeView } from '../../model/result.ts';
import { positionWords } from '../../reports/position.ts';
import { instant, timeOfDay } from '../../reports/time.ts';
import { connect, printable, type ControlClient } from '../control/client.ts';
import { talking } from '../control/guarded.ts';
import type { Lang } from '../progress.ts';

export interface MessagesOptions {
  readonly lang: Lang; readonly runs: string; readonly run?: string; readonly json: boolean; readonly out: (line: string) => void;
  readonly id?: string; readonly last: number; readonly follow: boolean;
  /** Ends following; given by tests and by Ctrl-C. */
  readonly stop?: AbortSignal;
}

/** `toetssteen messages`: what arrived and what was sent, with its findings; with an id one message in full, redacted as in a report. */
export function messages(options: MessagesOptions): Promise<number> {
  return talking(options.lang, options.out, async () => {
    const client = await connect(options);
    if (options.id !== undefined) return one(client, options, options.id);
    let found = await client.get<readonly MessageLine[]>(`/exchanges?last=${options.last}`);
    if (options.json) for (const line of found) options.out(JSON.stringify(line));
    else if (found.length === 0) options.out(options.lang === 'nl' ? `${client.run}: er is nog niets ontvangen.` : `${client.run}: nothing has been received yet.`);
    else for (const line of found.flatMap((message) => listed(message, options.lang))) options.out(line);
    let seq = found.at(-1)?.seq ?? 0;
    while (options.follow && options.stop?.aborted !== true) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      // An exchange is complete when it has been answered; one that still runs comes in the next round.
      found = (await client.get<readonly MessageLine[]>(`/exchanges?since=${seq}`));
      const ready = found.findIndex((message) => message.durationMs === null && message.transport.startsWith('reset: not answered'));
      for (const message of ready === -1 ? found : found.slice(0, ready)) {
        seq = message.seq;
        if (options.json) options.out(JSON.stringify(message));
        else for (const line of listed(message, options.lang)) options.out(line);
      }
    }
    return 0;
  });
}

function listed(message: MessageLine, lang: Lang): string[] {
  const arrow = message.direction === 'probe-to-sut' ? '->' : '<-';
  const answer = message.status === null || message.status === 0 ? printable(message.transport) : `${message.status}`;
  const extra = [message.fault === null ? '' : `${lang === 'nl' ? 'fout' : 'fault'} ${message.fault}`, message.stimulus ?? '', message.case === null ? '' : `${message.case.id}#${message.case.attempt}`].filter((one) => one !== '');
  const organisation = message.organisation === '' ? '' : ` ${message.organisation}`;
  return [
    `${message.id}  ${timeOfDay(message.at)} ${arrow} ${message.endpoint}${organisation}  ${printable(message.method)} ${printable(shortened(message.target))}  ${answer}${extra.length === 0 ? '' : `  [${extra.join(', ')}]`}`,
    ...message.findings.map((finding) => `       ${finding.ours ? (lang === 'nl' ? '(simulator) ' : '(simulator) ') : ''}${severity(finding, lang)} ${finding.requirement}: ${finding.title[lang]}: ${printable(finding.actual)}`),
  ];
}
function severity(finding: MessageFinding, lang: Lang): string {
  if (finding.safety) return lang === 'nl' ? 'VEILIGHEID' : 'SAFETY';
  const words = { fail: ['FOUT', 'FAIL'], warning: ['waarschuwing', 'warning'], remark: ['opmerking', 'remark'] } as const;
  return words[finding.severity][lang === 'nl' ? 0 : 1];
}
/** The path without tenant and node, which the line names already. */
const shortened = (target: string): string => target.replace(/^\/[a-z0-9-]+\/twiin\/\d{8}/, '').slice(0, 160);

async function one(client: ControlClient, options: MessagesOptions, id: string): Promise<number> {
  const { lang, out } = options;
  const view = await client.get<ExchangeView & { readonly findings: readonly MessageFinding[] }>(`/exchanges/${encodeURIComponent(id)}`);
  if (options.json) {
    out(JSON.stringify(view));
    return 0;
  }
  const nl = lang === 'nl';
  out(`${view.id}  ${instant(view.at, lang)}  ${view.direction}  ${view.endpoint} ${view.organisation}`);
  out(`TLS: ${printable(view.tls)}`);
  if (view.fault !== null) out(`${nl ? 'ingestelde fout' : 'armed fault'}: ${view.fault}`);
  out(`\n${printable(view.method)} ${printable(view.target)}`);
  shown(view.requestHeaders, view.requestBody, out);
  for (const token of view.tokens) out(`  ${token.name}: ${printable(JSON.stringify(token.header))} ${printable(JSON.stringify(token.claims))}`);
  out(`\n${view.status === null || view.status === 0 ? printable(view.transport) : `HTTP ${view.status}`}`);
  shown(view.responseHeaders, view.responseBody, out);
  for (const finding of view.findings) {
    out(`\n${severity(finding, lang)} ${finding.requirement}: ${finding.title[lang]} (${printable(finding.place.part)} ${printable(finding.place.path)}${positionWords(finding.place, lang)})`);
    out(`  ${nl ? 'verwacht' : 'expected'}: ${finding.expected[lang]}\n  ${nl ? 'gezien' : 'actual'}: ${printable(finding.actual)}\n  ${nl ? 'nu' : 'next'}: ${finding.next[lang]}`);
  }
  return 0;
}
function shown(headers: Readonly<Record<string, string>>, body: string, out: (line: string) => void): void {
  for (const [name, value] of Object.entries(headers)) out(`  ${printable(name)}: ${printable(value)}`);
  if (body !== '') for (const line of body.split('\n')) out(`  ${printable(line)}`);
}
