/** One measurement of `bench/fhir.ts` in a process of its own: prints one line of JSON. Arguments: what, and of what. */
import { join } from 'node:path';
import { enableCompileCache } from 'node:module';
import type { FhirResource, JsonObject } from '../fhir/json.ts';
import type { FhirVersion } from '../fhir/version.ts';

const home = process.env['TOETSSTEEN_HOME']!;
// As the command line does it (`cli/main.js`).
enableCompileCache(join(home, 'compile-cache'));
const { openEngines } = await import('../fhir/engine.ts');
const { packageStore } = await import('../fhir/packages/store.ts');

const [what = '', fhir = 'stu3', count = '0', withPackages = 'yes'] = process.argv.slice(2);
const loaded = withPackages === 'yes' ? (await packageStore().load()).packages : [];
const engine = openEngines(loaded)[fhir as FhirVersion];
/** Processor time of this process so far, ms: beside the clock, as a machine with other work makes that slow. */
const cpu = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const print = (measured: object): void => { console.log(JSON.stringify({ ...measured, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) })); };

if (what === 'start') {
  // What a first message meets: the profile of a blood pressure in zib 2017, with its snapshot, its plan and its rules.
  const ready = performance.now();
  engine.validator.validate({ resourceType: 'Observation', meta: { profile: ['http://nictiz.nl/fhir/StructureDefinition/zib-BloodPressure'] }, status: 'final', code: { text: 'x' } });
  print({ ready, first: performance.now(), cpu: cpu() });
} else {
  const { parse } = await import('../fhir/codec/parse.ts');
  const { filesOf, packagesFolder, sourcePackages } = await import('../fhir/proof/packages-on-disk.ts');
  const examples: FhirResource[] = [];
  for (const source of sourcePackages) {
    if (source.fhir !== fhir || source.format !== 'xml') continue;
    for (const file of filesOf(packagesFolder()!, source)) {
      const resource = file.name.includes('/examples/') ? parse(file.bytes, { definitions: engine.definitions, format: 'xml' }).resource : null;
      if (resource !== null) examples.push(resource);
    }
  }
  if (what === 'resources') {
    const times: number[] = [];
    let spent = 0;
    for (let round = 0; round < 25; round += 1) {
      if (round === 10) spent = cpu();
      for (const resource of examples) {
        const began = performance.now();
        engine.validator.validate(resource);
        if (round >= 10) times.push(performance.now() - began);
      }
    }
    times.sort((one, other) => one - other);
    const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
    print({ resources: examples.length, median: at(0.5), p99: at(0.99), longest: at(1), cpu: (cpu() - spent) / times.length });
  } else {
    const bundle = bundleOf(examples, Number(count));
    // Warm, as in a harness that has seen messages.
    for (let round = 0; round < 3; round += 1) engine.validator.validate(bundleOf(examples, examples.length));
    const times: { readonly clock: number; readonly cpu: number }[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      const spent = cpu();
      engine.validator.validate(bundle);
      times.push({ clock: (performance.now() - began) / Number(count), cpu: (cpu() - spent) / Number(count) });
    }
    const best = (one: 'clock' | 'cpu'): number => Math.min(...times.map((time) => time[one]));
    print({ entries: Number(count), perEntry: best('clock'), cpu: best('cpu') });
  }
}

/** A searchset of examples, each copy under ids of its own, with references to the examples' own ids. */
function bundleOf(examples: readonly FhirResource[], entries: number): FhirResource {
  const entry = Array.from({ length: entries }, (_, index): JsonObject => {
    const example = examples[index % examples.length]!;
    const copy = Math.floor(index / examples.length);
    const id = copy === 0 ? `${example.id as string}` : `${(example.id as string).slice(0, 58)}-${copy}`;
    return { fullUrl: `https://example.org/fhir/${example.resourceType}/${id}`, resource: { ...structuredClone(example), id }, search: { mode: 'match' } };
  });
  return { resourceType: 'Bundle', type: 'searchset', total: entries, link: [{ relation: 'self', url: 'https://example.org/fhir/Observation' }], entry };
}
