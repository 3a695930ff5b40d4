import { faultById, faultDefinitions } from '../../mocks/faults/index.ts';
import type { ArmedFault } from '../../model/fault.ts';
import { connect, ControlFailure, type ControlClient } from '../control/client.ts';
import { talking } from '../control/guarded.ts';
import type { Lang } from '../progress.ts';

export interface FaultOptions { readonly lang: Lang; readonly runs: string; readonly run?: string; readonly json: boolean; readonly out: (line: string) => void }
export interface ArmOptions extends FaultOptions { readonly id: string; readonly times?: number; readonly endpoint?: string; readonly organisation?: string; readonly target?: string; readonly method?: string }
interface Armed { readonly armed: readonly ArmedFault[] }

/** `toetssteen faults`: what the simulators can do wrong, and which of it is armed in the run that is open, if any. */
export async function listFaults(options: FaultOptions): Promise<number> {
  const { lang, out } = options;
  const armed = await connect(options).then((client) => client.get<Armed>('/faults')).then((answer) => answer.armed, () => []);
  if (options.json) {
    out(JSON.stringify({ known: faultDefinitions, armed }));
    return 0;
  }
  for (const fault of faultDefinitions) {
    const now = armed.find((one) => one.id === fault.id);
    out(`${now === undefined ? ' ' : '*'} ${fault.id.padEnd(26)} ${fault.title[lang]}\n    ${fault.risk[lang]} ${fault.expected[lang]} (${fault.requirement})`);
  }
  if (armed.length > 0) out(lang === 'nl' ? `* ingesteld: ${armed.map(described).join('; ')}` : `* armed: ${armed.map(described).join('; ')}`);
  return 0;
}
/** `toetssteen faults arm <id>`: in the run that is open now; it stays until it is used up or disarmed, also over a restart of that run. */
export function armFault(options: ArmOptions): Promise<number> {
  return talking(options.lang, options.out, async () => {
    known(options.id);
    const where = { ...given('endpoint', options.endpoint), ...given('organisation', options.organisation), ...given('targetIncludes', options.target), ...given('method', options.method?.toUpperCase()) };
    const client = await connect(options);
    const { armed } = await client.post<Armed>('/faults', { id: options.id, ...(options.times === undefined ? {} : { times: options.times }), ...(Object.keys(where).length === 0 ? {} : { where }) });
    return told(options, client, armed);
  });
}
/** `toetssteen faults disarm [id]`: one of them, or all. */
export function disarmFault(options: FaultOptions & { readonly id?: string }): Promise<number> {
  return talking(options.lang, options.out, async () => {
    if (options.id !== undefined) known(options.id);
    const client = await connect(options);
    const { armed } = await client.delete<Armed>(`/faults${options.id === undefined ? '' : `?id=${encodeURIComponent(options.id)}`}`);
    return told(options, client, armed);
  });
}
function known(id: string): void {
  if (faultById(id) !== undefined) return;
  const ids = faultDefinitions.map((one) => one.id).join(', ');
  throw new ControlFailure({ nl: `De fout ${id} bestaat niet. Bekend: ${ids}`, en: `There is no fault ${id}. Known: ${ids}` });
}
const given = (name: string, value: string | undefined): Record<string, string> => (value === undefined ? {} : { [name]: value });
function told(options: FaultOptions, client: ControlClient, armed: readonly ArmedFault[]): number {
  const { lang, out } = options;
  if (options.json) out(JSON.stringify({ run: client.run, armed }));
  else if (armed.length === 0) out(lang === 'nl' ? `${client.run}: er is geen fout ingesteld.` : `${client.run}: no fault is armed.`);
  else for (const one of armed) out(lang === 'nl' ? `${client.run}: ingesteld: ${described(one)}` : `${client.run}: armed: ${described(one)}`);
  return 0;
}
function described({ id, remaining, where = {} }: ArmedFault): string {
  const limits = Object.entries(where).map(([name, value]) => `${name}=${value}`);
  return `${id}${remaining < 1_000_000 ? ` ×${remaining}` : ''}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
}
