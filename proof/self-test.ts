import { defects as seededDefects } from '../reference-xis/defects.ts';
import { variants as benignVariants } from '../reference-xis/variants.ts';
import { loadCatalogue } from '../catalogue/load.ts';
import { testPurposes } from '../catalogue/purposes/index.ts';
import { mockDefects } from './mock-defects.ts';
import { compareDefect, compareVariant, noticed, type Declared, type Outcome } from './compare.ts';
import { stops } from './stops.ts';
import { runWorld } from './world.ts';
import { claimFor } from './claims.ts';

export interface SelfTestOptions {
  /** Runs of the good XIS. */
  readonly runs: number;
  /** Restricts to defects and variants whose id is in the list. */
  readonly ids?: readonly string[];
  readonly parts?: readonly ('good' | 'defects' | 'variants' | 'simulators')[];
  readonly progress?: (line: string) => void;
}
export interface SelfTestReport {
  readonly good: { readonly runs: number; readonly silent: number; readonly findings: readonly string[] };
  readonly defects: readonly Outcome[];
  readonly variants: readonly Outcome[];
  readonly simulators: readonly Outcome[];
  /** Safety requirements that are automated and the number of defects of the SUT that kill each: at least three. */
  readonly safety: Readonly<Record<string, number>>;
  readonly ok: boolean;
}

const defects: readonly Declared[] = seededDefects;
const variants: readonly { readonly id: string; readonly expectedWarnings: readonly string[] }[] = benignVariants;

/** The harness proves itself, both ways (DESIGN, rule 8). */
export async function selfTest(options: SelfTestOptions): Promise<SelfTestReport> {
  const say = options.progress ?? (() => {});
  const wants = (part: 'good' | 'defects' | 'variants' | 'simulators'): boolean => options.parts === undefined || options.parts.includes(part);
  const chosen = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => (options.ids === undefined ? all : all.filter((one) => options.ids!.includes(one.id)));

  const findings: string[] = [];
  let silent = 0;
  const runs = wants('good') ? options.runs : 0;
  for (let run = 0; run < runs; run++) {
    const seen = noticed(await runWorld());
    const noise = [...seen.violated, ...seen.open, ...seen.simulator, ...seen.errors];
    if (noise.length === 0) silent += 1;
    findings.push(...noise);
    say(`good XIS, run ${run + 1}: ${noise.length === 0 ? 'silent' : noise.join(', ')}`);
  }
  const outcomes = async (all: readonly Declared[], part: 'defects' | 'simulators'): Promise<Outcome[]> => {
    const found: Outcome[] = [];
    for (const defect of wants(part) ? chosen(all) : []) {
      const seen = noticed(await runWorld(part === 'defects' ? { defects: [defect.id], ...claimFor(defect.id) } : { mockDefects: [defect.id] }));
      const outcome = compareDefect(defect, seen, { side: part === 'defects' ? 'sut' : 'simulator', stops: defect.id in stops });
      found.push(outcome);
      say(line(outcome));
    }
    return found;
  };
  const seeded = await outcomes(defects, 'defects');
  const simulators = await outcomes(mockDefects, 'simulators');
  const benign: Outcome[] = [];
  for (const variant of wants('variants') ? chosen(variants) : []) {
    const outcome = compareVariant(variant, noticed(await runWorld({ variants: [variant.id], ...claimFor(variant.id) })));
    benign.push(outcome);
    say(line(outcome));
  }
  const safety = killsOfSafety();
  const ok = silent === runs && [...seeded, ...simulators, ...benign].every((one) => one.ok) && Object.values(safety).every((count) => count >= 3);
  return { good: { runs, silent, findings }, defects: seeded, variants: benign, simulators, safety, ok };
}
function line(outcome: Outcome): string {
  if (outcome.ok) return `ok    ${outcome.id}`;
  const parts = [outcome.missed.length > 0 ? `missed ${outcome.missed.join(', ')}` : '', outcome.undeclared.length > 0 ? `undeclared ${outcome.undeclared.join(', ')}` : '', outcome.open.length > 0 ? `left open ${outcome.open.length}: ${outcome.open.slice(0, 3).join(', ')}…` : outcome.id in stops && !outcome.ok ? 'declared as a stop' : '', ...outcome.errors.map((one) => one.slice(0, 200))];
  return `NOT   ${outcome.id}: ${parts.filter(Boolean).join('; ')}`;
}
function killsOfSafety(): Record<string, number> {
  const automated = new Set(testPurposes.filter((one) => one.state === 'automated' && one.role !== 'simulator').map((one) => one.requirement));
  const counts: Record<string, number> = {};
  for (const requirement of loadCatalogue().requirements) {
    if (!requirement.safety || requirement.subject !== 'sut' || !automated.has(requirement.id)) continue;
    counts[requirement.id] = defects.filter((one) => one.kills.includes(requirement.id)).length;
  }
  return counts;
}
