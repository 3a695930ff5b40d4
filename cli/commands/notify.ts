import type { Notified } from '../../run/control/notifier.ts';
import { connect, printable } from '../control/client.ts';
import { sameOptions } from '../same-options.ts';
import { talking } from '../control/guarded.ts';
import type { Lang } from '../progress.ts';

export interface NotifyOptions {
  readonly lang: Lang; readonly runs: string; readonly run?: string; readonly json: boolean; readonly out: (line: string) => void;
  readonly action: 'send' | 'renew' | 'cancel';
  readonly identifier?: string; readonly persona?: string; readonly bsn?: string; readonly queries?: string; readonly content?: string; readonly authorizationBase?: boolean;
  readonly base?: string; readonly tokenEndpoint?: string; readonly authorizationServer?: string; readonly ura?: string;
}

/** `toetssteen notify`, `notify renew`, `notify cancel`: our sending node notifies the XIS, at the run that is open (`up`). Exit code 4 when the XIS did not take it: that is no verdict yet, as our address or this XIS may be configured wrong. */
export function notify(options: NotifyOptions): Promise<number> {
  const { lang, out } = options;
  return talking(lang, out, async () => {
    const client = await connect(options);
    const to = defined({ notificationBase: options.base, tokenEndpoint: options.tokenEndpoint, authorizationServer: options.authorizationServer, ura: options.ura });
    const sent = await client.post<Notified>('/notifications', {
      action: options.action, ...defined({ identifier: options.identifier, persona: options.persona, bsn: options.bsn, queries: options.queries, content: options.content, authorizationBase: options.authorizationBase }),
      ...(Object.keys(to).length === 0 ? {} : { to }),
    });
    if (options.json) out(JSON.stringify({ run: client.run, ...sent }));
    else for (const line of lines(sent, options)) out(line);
    return sent.ok ? 0 : 4;
  });
}
function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
function lines(sent: Notified, { lang, runs }: Pick<NotifyOptions, 'lang' | 'runs'>): string[] {
  const nl = lang === 'nl';
  const answer = sent.status === null ? printable(sent.transport) : `HTTP ${sent.status}`;
  const where = sent.location === null ? '' : ` ${printable(sent.location)}`;
  const said = sent.said === '' ? '' : `: ${printable(sent.said)}`;
  const step = sent.step === 'token' ? (nl ? 'Het XIS gaf geen access token' : 'The XIS gave no access token') : nl ? 'Het XIS antwoordt op de aanmelding met' : 'The XIS answers the notification with';
  return [
    sent.step === 'token' ? `${step} (${answer})${said}` : `${step} ${answer}${where}${said}`,
    `  ${nl ? 'kenmerk' : 'identifier'} ${sent.identifier}   ${nl ? 'groep' : 'group'} ${sent.groupIdentifier}`,
    `  ${nl ? 'bevragingen' : 'queries'} ${sent.queries}   authorization base: ${sent.authorizationBase ? (nl ? 'ja' : 'yes') : (nl ? 'nee' : 'no')}`,
    `  ${nl ? 'bekijk het met' : 'look at it with'}: toetssteen messages ${sent.exchanges.at(-1)}${sameOptions({ runs })}`,
    ...(sent.status !== null ? [] : [`  ${nl ? 'Kijk of het XIS draait en of het adres onder ixit.endpoints (of --base, --token-endpoint) klopt: toetssteen doctor.' : 'See whether the XIS runs and whether the address under ixit.endpoints (or --base, --token-endpoint) is right: toetssteen doctor.'}`]),
  ];
}
