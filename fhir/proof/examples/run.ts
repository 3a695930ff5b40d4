/**
 * `npm run fhir:examples`: every resource of the packages at hand, the examples and the definitions themselves, through reader and validator.
 * Exit code 0 when each is valid, or refused for reasons that `refusals.yaml` holds, each checked by hand; 1 when one is judged otherwise,
 * or a reason is not met as often as it says; 2 when the packages are not there.
 */
import { join } from 'node:path';
import { parse } from '../../codec/parse.ts';
import { compile } from '../../packages/compile.ts';
import { loadDefinitions } from '../../packages/load.ts';
import { readPackageSource } from '../../packages/source.ts';
import { createSnapshots } from '../../snapshot/index.ts';
import { createTerminology } from '../../terminology/terminology.ts';
import { createValidator } from '../../validate/validator.ts';
import { fhirVersions } from '../../version.ts';
import { filesOf, noPackages, packagesFolder, sourcePackages } from '../packages-on-disk.ts';
import { readRefusals } from './refusals.ts';
import { tally } from './tally.ts';
import type { JudgedResource } from './tally.ts';

function main(folder: string): boolean {
  const judged: JudgedResource[] = [];
  for (const fhir of fhirVersions) {
    const sources = sourcePackages.filter((one) => one.fhir === fhir);
    const definitions = loadDefinitions(fhir, sources.filter((one) => one.format === 'xml').map((one) => compile(readPackageSource(join(folder, one.file)))));
    const validator = createValidator({ definitions, snapshots: createSnapshots(definitions), terminology: createTerminology(definitions) });
    for (const source of sources) {
      const files = filesOf(folder, source);
      const some = files.map(({ name, bytes }): JudgedResource => {
        const document = parse(bytes, { definitions, format: source.format });
        const findings = document.resource === null ? document.findings : [...document.findings, ...validator.validate(document.resource, { document })];
        return { name: `${source.file}/${name}`, findings };
      });
      judged.push(...some);
      const refusals = readRefusals();
      const isExample = ({ name }: { readonly name: string }): boolean => name.includes('/examples/');
      for (const [kind, group] of [['examples', some.filter(isExample)], ['definitions', some.filter((one) => !isExample(one))]] as const) {
        if (group.length === 0) continue;
        const { valid, refused, wrong } = tally(group, refusals);
        const open = new Set(wrong.map((one) => one.name)).size;
        console.log(`${source.file}, ${kind}: ${group.length - open} of ${group.length} judged as they should be (${valid} valid, ${refused} rightly refused)`);
      }
    }
  }
  const { valid, refused, wrong, stale } = tally(judged, readRefusals());
  const open = new Set(wrong.map((one) => one.name)).size;
  const codes = Map.groupBy(judged.flatMap((one) => one.findings), (one) => one.severity);
  console.log(`all: ${judged.length - open} of ${judged.length} (${((1 - open / judged.length) * 100).toFixed(2)} %): ${valid} valid, ${refused} rightly refused, ${open} otherwise; findings: ${[...codes].map(([severity, some]) => `${some.length} ${severity}`).join(', ')}`);
  for (const { name, finding } of wrong.slice(0, 30)) console.log(`  ${name}: ${finding.code} ${finding.invariant ?? ''} ${finding.expression} ${finding.profile ?? ''} ${finding.element ?? ''}: ${finding.actual}; expected ${finding.expected.en}`);
  for (const { refusal, met } of stale) console.log(`  refusals.yaml: ${refusal.code} ${refusal.invariant ?? refusal.element ?? ''} on ${refusal.resources}: ${met} resources, not ${refusal.count}`);
  return open === 0 && stale.length === 0;
}

const folder = packagesFolder();
if (folder === null) { console.log(noPackages); process.exitCode = 2; } else process.exitCode = main(folder) ? 0 : 1;
