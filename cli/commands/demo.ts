import { randomBytes } from 'node:crypto';
import { realClock } from '../../run/clock/real-clock.ts';
import { freePort } from '../../run/demo/free-port.ts';
import { startXisProcess } from '../../run/demo/reference-xis-process.ts';
import { xisConfiguration } from '../../run/demo/xis-configuration.ts';
import { baseJudge } from '../../run/judge/fhir-judge.ts';
import type { Lang } from '../progress.ts';
import { ownPki } from '../own-pki.ts';
import { UserError } from '../user-error.ts';
import { version } from '../version.ts';

export interface DemoOptions { readonly lang: Lang; readonly runs: string; readonly out: (line: string) => void; readonly defects?: readonly string[] }

/** `toetssteen demo`: simulators up, the reference XIS tested as sender and receiver, a report. Returns the exit code. */
export async function demo(options: DemoOptions): Promise<number> {
  options.out(options.lang === 'nl' ? `Toetssteen ${version}: demo met het ingebouwde referentie-XIS` : `Toetssteen ${version}: demo with the built-in reference XIS`);
  const { defects } = await import('../../reference-xis/defects.ts');
  const unknown = (options.defects ?? []).find((id) => !defects.some((one) => one.id === id));
  if (unknown !== undefined) {
    throw new UserError(options.lang === 'nl' ? `--defect ${unknown}: zo'n fout kent het referentie-XIS niet. Bekend: ${defects.map((one) => one.id).join(', ')}` : `--defect ${unknown}: the reference XIS has no such mistake. Known: ${defects.map((one) => one.id).join(', ')}`);
  }
  const clock = realClock();
  const started = clock.now();
  const pki = await ownPki({ now: started }, options.lang);
  const port = await freePort();
  const secret = randomBytes(24).toString('base64url');
  const starting = startXisProcess(xisConfiguration({ pki, now: started, simulators: `https://127.0.0.1:${port}`, secret, tokenLifetimeSeconds: 3, defects: options.defects }));
  // Our own half is read while that process starts; who needs it waits for it.
  const reading = import('./demo-run.ts');
  for (const work of [reading, baseJudge()]) work.catch(() => {});
  const xis = await starting;
  try {
    const { testTheXis } = await reading;
    return await testTheXis({ ...options, clock, pki, port, secret, started, xis });
  } finally { await xis.stop(); }
}
