import type { Text } from '../../model/text.ts';

/** An address on which the simulators cannot listen: the user's to put right. The message holds both languages. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly text: Text;
  constructor(text: Text) { super(`${text.nl} / ${text.en}`); this.text = text; }
}

/** What the operating system says of an address, in words, with what to do; any other error as it is. */
export function listenError(error: unknown, { host, port }: { readonly host: string; readonly port: number }): unknown {
  switch ((error as NodeJS.ErrnoException | null)?.code) {
    case 'EADDRINUSE': return new ListenError({
      nl: `Poort ${port} op ${host} is in gebruik: kies een andere (ixit.listen.port of --port), of stop het programma dat hem gebruikt`,
      en: `Port ${port} on ${host} is in use: choose another (ixit.listen.port or --port), or stop the program that uses it`,
    });
    case 'EACCES': return new ListenError({
      nl: `Voor poort ${port} heeft deze gebruiker te weinig rechten: kies een poort boven 1023 (ixit.listen.port of --port)`,
      en: `Port ${port} needs more rights than this user has: choose a port above 1023 (ixit.listen.port or --port)`,
    });
    case 'EADDRNOTAVAIL': case 'ENOTFOUND': case 'EAI_AGAIN': return new ListenError({
      nl: `${host} is geen adres van deze machine: kies er een waarop zij bereikbaar is, zoals 127.0.0.1 of 0.0.0.0 (ixit.listen.host of --host)`,
      en: `${host} is no address of this machine: choose one on which it can be reached, such as 127.0.0.1 or 0.0.0.0 (ixit.listen.host or --host)`,
    });
    default: return error;
  }
}
