import { selfTest } from '../../proof/self-test.ts';

export interface SelfTestCommand { readonly json?: boolean; readonly runs: number; readonly ids?: readonly string[]; readonly out: (line: string) => void }
/** `toetssteen self-test`: exit code 0 only when every declaration is met. */
export async function selfTestCommand(options: SelfTestCommand): Promise<number> {
  const report = await selfTest({ runs: options.runs, ids: options.ids, progress: options.json === true ? undefined : options.out });
  if (options.json === true) { options.out(JSON.stringify(report, null, 2)); return report.ok ? 0 : 1; }
  const right = (all: readonly { ok: boolean }[]): string => `${all.filter((one) => one.ok).length} of ${all.length}`;
  options.out(`good XIS silent: ${report.good.silent} of ${report.good.runs} runs`);
  options.out(`defects exactly as declared: ${right(report.defects)}; simulator defects: ${right(report.simulators)}; benign variants spared: ${right(report.variants)}`);
  const few = Object.entries(report.safety).filter(([, count]) => count < 3);
  options.out(`safety requirements with three defects or more: ${Object.keys(report.safety).length - few.length} of ${Object.keys(report.safety).length}${few.length > 0 ? ` (fewer: ${few.map(([id, count]) => `${id} ${count}`).join(', ')})` : ''}`);
  return report.ok ? 0 : 1;
}
