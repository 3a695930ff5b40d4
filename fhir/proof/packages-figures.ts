/**
 * Figures of packages and terminology: `npm run fhir:packages-figures [folder with the packages]`.
 * Load times are of fresh processes, the median of five; the folders of store and cache are temporary.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Structure } from '../definitions/structure.ts';
import { loadDefinitions, type LoadedDefinitions } from '../packages/load.ts';
import { packageStore } from '../packages/store.ts';
import { createReach, type Reach } from '../terminology/reach.ts';
import { createTerminology } from '../terminology/terminology.ts';

const shared = process.argv[2] ?? join(import.meta.dirname, '../../../shared/fhir');
const names = ['nictiz.fhir.nl.stu3.zib2017-2.2.18', 'nictiz.fhir.nl.r4.zib2020-0.12.1-beta.1', 'nictiz.fhir.nl.r4.medicationprocess9-2.0.0-rc.7'] as const;

if (process.argv[2] === '--load') {
  // The inner process: what a user waits for before the first question.
  const store = packageStore(process.argv[3]!, { cache: process.argv[4]! });
  const { packages } = await store.load(store.pins().filter((pin) => pin.name === 'nictiz.fhir.nl.stu3.zib2017'));
  const definitions = loadDefinitions('stu3', packages);
  if (definitions.structure('http://nictiz.nl/fhir/StructureDefinition/zib-BloodPressure') === null || definitions.type('Observation') === null) throw new Error('not loaded');
  console.log(JSON.stringify({ ready: performance.now(), memory: process.memoryUsage.rss() }));
} else if (!names.every((name) => existsSync(join(shared, `${name}.xml.tgz`)))) {
  console.log(`The packages are not in ${shared}; give the folder as argument.`);
} else {
  await figures();
}

async function figures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'toetssteen-figures-'));
  try {
    const store = packageStore(join(folder, 'store'), { cache: join(folder, 'cache') });
    for (const name of names) await store.add(join(shared, `${name}.xml.tgz`));
    const load = (cold: boolean): { ready: number; whole: number; memory: number } => {
      const runs = Array.from({ length: 5 }, () => {
        if (cold) rmSync(join(folder, 'cache'), { recursive: true, force: true });
        const start = performance.now();
        const child = spawnSync(process.execPath, [import.meta.filename, '--load', join(folder, 'store'), join(folder, 'cache')], { encoding: 'utf8' });
        return { ...JSON.parse(child.stdout) as { ready: number; memory: number }, whole: performance.now() - start };
      });
      const median = (of: (run: typeof runs[number]) => number): number => runs.map(of).sort((a, b) => a - b)[2]!;
      return { ready: median((run) => run.ready), whole: median((run) => run.whole), memory: median((run) => run.memory) };
    };
    for (const cold of [true, false]) {
      const { ready, whole, memory } = load(cold);
      console.log(`core STU3 and zib2017, ${cold ? 'without cache' : 'from cache'}: ready ${ready.toFixed(0)} ms after the process began, whole process ${whole.toFixed(0)} ms, ${(memory / 1e6).toFixed(0)} MB`);
    }
    const { packages, problems } = await store.load(store.pins());
    if (problems.length > 0) throw new Error(problems[0]!.text.en);
    for (const one of packages) {
      const definitions = loadDefinitions(one.fhir, packages);
      const count = (kind: string): number => one.table.rows.filter((row) => row.kind === kind).length;
      console.log(`\n${one.id.name} ${one.id.version}: ${count('structure')} structures, ${count('value-set')} value sets, ${count('code-system')} code systems, ${count('search-parameter')} search parameters, ${one.notes.length} notes`);
      const structures = one.table.rows.filter((row) => row.kind === 'structure').map((row) => definitions.structure(`${row.url}${row.version === undefined ? '' : `|${row.version}`}`)!);
      printReach(definitions, structures);
      printSpeed(definitions, boundIn(structures));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
/** Value sets that elements of these structures are bound to, with the strengths of those bindings. */
function boundIn(structures: readonly Structure[]): Map<string, Set<string>> {
  const bound = new Map<string, Set<string>>();
  for (const element of structures.flatMap((structure) => structure.differential ?? [])) {
    const { valueSet, strength } = element.binding ?? {};
    if (valueSet !== undefined) bound.set(valueSet, (bound.get(valueSet) ?? new Set()).add(strength ?? 'none'));
  }
  return bound;
}
function printReach(definitions: LoadedDefinitions, structures: readonly Structure[]): void {
  const reach = createReach(definitions);
  const words: Readonly<Record<Reach, string>> = { whole: 'wholly', part: 'partly', none: 'not', unknown: 'absent or empty' };
  const bound = boundIn(structures);
  for (const strength of ['any strength', 'required', 'extensible']) {
    const canonicals = [...bound].filter(([, strengths]) => strength === 'any strength' || strengths.has(strength)).map(([canonical]) => canonical);
    const counts = Object.entries(words).map(([kind, word]) => `${canonicals.filter((canonical) => reach(canonical) === kind).length} ${word}`);
    console.log(`  value sets bound (${strength}): ${canonicals.length}; checkable: ${counts.join(', ')}`);
  }
  const absent = [...bound.keys()].filter((canonical) => reach(canonical) === 'unknown');
  if (absent.length > 0) console.log(`  absent or empty: ${absent.join(' ')}`);
}
function printSpeed(definitions: LoadedDefinitions, bound: ReadonlyMap<string, unknown>): void {
  const terminology = createTerminology(definitions);
  const canonicals = [...bound.keys()];
  const ask = (): void => { for (const canonical of canonicals) terminology.check(canonical, { system: 'http://snomed.info/sct', code: '73211009' }); };
  const first = performance.now();
  ask();
  const begin = performance.now();
  const rounds = Math.ceil(200_000 / canonicals.length);
  for (let round = 0; round < rounds; round += 1) ask();
  const each = (performance.now() - begin) * 1000 / (rounds * canonicals.length);
  console.log(`  one check: ${((begin - first) * 1000 / canonicals.length).toFixed(0)} µs the first time, ${each.toFixed(2)} µs after that (${canonicals.length} value sets, mean)`);
}
