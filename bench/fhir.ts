/**
 * `npm run bench:fhir`: start with FHIR core and zib 2017 from cache, time of a resource for each profile set, and time and memory of Bundles of
 * 10 to 1,000 entries, the validator alone. A machine with other work makes the clock slow: then processor time, which is told beside it, is what counts.
 * Each in a process of its own. Exit code 1 when a limit is not met, 2 when the packages are not there.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packageStore } from '../fhir/packages/store.ts';
import { noPackages, packagesFolder, sourcePackages } from '../fhir/proof/packages-on-disk.ts';

const limits = { start: 1000, median: 1.5, perEntry: 1.5, megabytes: 250 };
const measure = resolve(import.meta.dirname, 'fhir-measure.ts');
let met = true;
const judge = (good: boolean): string => { met &&= good; return good ? '' : '  <- not met'; };

interface Measured { readonly megabytes: number; readonly ready: number; readonly first: number; readonly resources: number; readonly median: number; readonly p99: number; readonly longest: number; readonly perEntry: number; readonly cpu: number }
function run(home: string, ...args: readonly string[]): Measured {
  return JSON.parse(execFileSync(process.execPath, [measure, ...args], { env: { ...process.env, TOETSSTEEN_HOME: home }, encoding: 'utf8' })) as Measured;
}

async function main(folder: string): Promise<void> {
  const homes = { stu3: mkdtempSync(join(tmpdir(), 'toetssteen-fhir-')), r4: mkdtempSync(join(tmpdir(), 'toetssteen-fhir-')) };
  try {
    for (const source of sourcePackages) {
      const home = homes[source.fhir];
      if (source.format === 'xml') await packageStore(join(home, 'packages'), { cache: join(home, 'cache', 'fhir') }).add(join(folder, source.file));
    }
    // The first start fills Node's own cache of compiled code, as any start does for the next.
    run(homes.stu3, 'start', 'stu3');
    const starts = Array.from({ length: 5 }, () => run(homes.stu3, 'start', 'stu3'));
    const fastest = starts.reduce((one, other) => (other.first < one.first ? other : one));
    console.log(`start of a process with FHIR core and zib 2017 from cache: ${fastest.ready.toFixed(0)} ms to a validator, ${fastest.first.toFixed(0)} ms to its first answer (at most ${limits.start}), processor ${fastest.cpu.toFixed(0)} ms; best of ${starts.length}${judge(Math.min(fastest.first, fastest.cpu) <= limits.start)}`);
    for (const [name, fhir, withPackages] of [['core STU3', 'stu3', 'no'], ['zib 2017', 'stu3', 'yes'], ['core R4', 'r4', 'no'], ['zib 2020 and MP9', 'r4', 'yes']] as const) {
      const { resources, median, p99, longest, cpu } = run(homes[fhir], 'resources', fhir, '0', withPackages);
      console.log(`${name}: ${resources} examples, a resource, warm: median ${median.toFixed(2)} ms (at most ${limits.median}), 99th percentile ${p99.toFixed(2)} ms, longest ${longest.toFixed(1)} ms, processor ${cpu.toFixed(2)} ms on average${judge(median <= limits.median)}`);
    }
    for (const [name, fhir] of [['zib 2017', 'stu3'], ['zib 2020', 'r4']] as const) {
      for (const entries of [10, 100, 500, 1000]) {
        const { perEntry, cpu, megabytes } = run(homes[fhir], 'bundle', fhir, String(entries));
        console.log(`${name}, Bundle of ${entries} entries: ${perEntry.toFixed(2)} ms an entry (at most ${limits.perEntry}), processor ${cpu.toFixed(2)} ms, peak ${megabytes} MB${entries > 500 ? '' : ` (at most ${limits.megabytes})`}${judge(Math.min(perEntry, cpu) <= limits.perEntry && (entries > 500 || megabytes <= limits.megabytes))}`);
      }
    }
  } finally {
    for (const home of Object.values(homes)) rmSync(home, { recursive: true, force: true });
  }
}
const folder = packagesFolder();
if (folder === null) { console.log(noPackages); process.exitCode = 2; } else { await main(folder); process.exitCode = met ? 0 : 1; }
