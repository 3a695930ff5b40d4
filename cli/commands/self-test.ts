import { mockDefects } from '../../proof/mock-defects.ts';
import { selfTest } from '../../proof/self-test.ts';
import { defects } from '../../reference-xis/defects.ts';
import { variants } from '../../reference-xis/variants.ts';
import { nearest } from '../../run/configuration/nearest.ts';
import { UserError } from '../user-error.ts';

export interface SelfTestCommand { readonly json?: boolean; readonly runs: number; readonly ids?: readonly string[]; readonly out: (line: string) => void }
/** `toetssteen self-test`: exit code 0 only when every declaration is met. Throws a `UserError` for ids that do not exist. */
export async function selfTestCommand(options: SelfTestCommand): Promise<number> {
  if (!Number.isSafeInteger(options.runs) || options.runs < 0) throw new UserError('--runs: een heel getal vanaf 0. / --runs: a whole number from 0.');
  const known = [...defects, ...variants, ...mockDefects].map((one) => one.id);
  const unknown = options.ids?.find((id) => !known.includes(id));
  // What runs nothing would prove nothing, and look as if all went well.
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    const advice = near === null ? { nl: 'De ids staan in de uitvoer van self-test --json.', en: 'The ids stand in the output of self-test --json.' } : { nl: `Bedoelde u ${near}?`, en: `Did you mean ${near}?` };
    throw new UserError(`--only ${unknown}: er is geen fout en geen variant met deze naam. ${advice.nl} / --only ${unknown}: there is no defect and no variant of this name. ${advice.en}`);
  }
  const report = await selfTest({ runs: options.runs, ids: options.ids, progress: options.json === true ? undefined : options.out });
  if (options.json === true) { options.out(JSON.stringify(report, null, 2)); return report.ok ? 0 : 1; }
  const right = (all: readonly { ok: boolean }[]): string => `${all.filter((one) => one.ok).length} of ${all.length}`;
  options.out(`good XIS silent: ${report.good.silent} of ${report.good.runs} runs`);
  options.out(`defects exactly as declared: ${right(report.defects)}; simulator defects: ${right(report.simulators)}; benign variants spared: ${right(report.variants)}`);
  const few = Object.entries(report.safety).filter(([, count]) => count < 3);
  options.out(`safety requirements with three defects or more: ${Object.keys(report.safety).length - few.length} of ${Object.keys(report.safety).length}${few.length > 0 ? ` (fewer: ${few.map(([id, count]) => `${id} ${count}`).join(', ')})` : ''}`);
  return report.ok ? 0 : 1;
}
