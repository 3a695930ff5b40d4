import type { Clock } from '../model/clock.ts';
import type { Behaviour } from './behaviour.ts';
import { CallFailed, openCaller } from './caller.ts';
import type { Call, Caller, Received } from './caller.ts';
import type { XisConfig } from './config.ts';
import type { Holding } from './holding.ts';

/**
 * One piece of work towards another party, with its own connections: a certificate that changed since the last
 * errand is seen, and within the errand each host is greeted once.
 */
export interface Errand {
  readonly holding: Holding;
  call(call: Call): Promise<Received>;
  /** Connections to ZORG-AB. */
  directory(): Caller;
}

export async function runErrand<T>(
  deps: { readonly tls: XisConfig['tls']; readonly clock: Clock; readonly behaviour: Behaviour }, holding: Holding, work: (errand: Errand) => Promise<T>,
): Promise<T> {
  const { tls, clock, behaviour } = deps;
  const withoutCertificate = behaviour.defect('tls-client-without-certificate');
  const opened: Caller[] = [];
  const open = (options: Partial<Parameters<typeof openCaller>[0]>) => {
    const caller = openCaller({ tls, clock, holding, withoutCertificate, ...options });
    opened.push(caller);
    return caller;
  };
  const twiin = open({});
  const directory = directoryCaller();
  try {
    return await work({ holding, call: (call) => twiin.call(call), directory: () => directory });
  } finally {
    for (const caller of opened) caller.close();
  }

  function directoryCaller(): Caller {
    const anonymous = { withoutCertificate: withoutCertificate || behaviour.defect('zab-without-certificate') };
    if (behaviour.defect('zab-unverified')) return open({ ...anonymous, verification: 'none' });
    if (behaviour.defect('zab-accepts-unknown-issuer')) return open({ ...anonymous, verification: 'any-issuer' });
    const careful = open(anonymous);
    if (!behaviour.defect('zab-retries-unverified')) return careful;
    const careless = open({ ...anonymous, verification: 'none' });
    return {
      call: (call) => careful.call(call).catch((error: unknown) => (error instanceof CallFailed ? careless.call(call) : Promise.reject(error))),
      close: () => undefined,
    };
  }
}
