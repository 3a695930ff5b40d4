/**
 * `npm run fhir:mutants -- [--fhir stu3|r4] [--seed <n>] [--count <n>] [--show <n>] [--list <operator>]`: valid resources, each broken in one place,
 * through the validator. Exit code 0 when every mutant of at least 2,000 in each version was judged without a crash, 99 % or more were caught, and
 * survivors.yaml explains each survivor; 1 when not; 2 when the packages are not there or the arguments are wrong.
 */
import { parseArgs } from 'node:util';
import type { FhirVersion } from '../../version.ts';
import { fhirVersions } from '../../version.ts';
import { noPackages, packagesFolder } from '../packages-on-disk.ts';
import { sampleOf } from '../random.ts';
import { loadBases } from './bases.ts';
import { generate } from './generate.ts';
import { MutantJudge } from './judge.ts';
import type { Judged } from './judge.ts';
import { operators } from './operators/index.ts';
import { explains, knownSurvivors } from './survivors.ts';

const least = 2000;
const wanted = 0.99;

interface Options { readonly versions: readonly FhirVersion[]; readonly seed: number; readonly count: number; readonly show: number; readonly list: string | undefined }

function main(folder: string, options: Options): boolean {
  const chosen = options.list === undefined ? operators : operators.filter((one) => one.name === options.list);
  if (chosen.length === 0) { console.error(`No such operator. There are: ${operators.map((one) => one.name).join(', ')}`); process.exit(2); }
  return options.versions.map((fhir) => oneVersion(folder, fhir, options, chosen)).every((good) => good);
}

function oneVersion(folder: string, fhir: FhirVersion, { seed, count, show, list }: Options, chosen: typeof operators): boolean {
  const { validator, subjects, told } = loadBases(folder, fhir);
  console.log(`\nFHIR ${fhir.toUpperCase()}, seed ${seed}`);
  for (const line of told) console.log(`  ${line}`);
  const candidates = generate(subjects, chosen, count, seed);
  const judge = new MutantJudge(validator);
  const started = performance.now();
  const judged = candidates.map((candidate) => judge.judge(candidate));
  const seconds = (performance.now() - started) / 1000;

  const caught = judged.filter((one) => one.verdict === 'caught');
  const crashed = judged.filter((one) => one.verdict === 'crashed');
  const survived = judged.filter((one) => one.verdict === 'survived');
  const used = new Set(judged.map((one) => one.candidate.subject));
  const active = new Set(judged.map((one) => one.candidate.operator.name));
  const share = judged.length === 0 ? 0 : caught.length / judged.length;
  console.log(`  ${judged.length} mutants by ${active.size} of ${chosen.length} operators, of ${used.size} of ${subjects.length} resources, ${judged.filter((one) => one.format === 'xml').length} as XML, in ${seconds.toFixed(1)} s`);
  const idle = chosen.filter((one) => !active.has(one.name));
  if (idle.length > 0) console.log(`  no place here for: ${idle.map((one) => one.name).join(', ')}`);
  console.log(`  caught: ${caught.length} (${(share * 100).toFixed(2)} %), survived: ${survived.length}, crashed: ${crashed.length}`);

  const known = knownSurvivors();
  const byOperator = Map.groupBy(survived, (one) => one.candidate.operator.name);
  let unexplained = 0;
  for (const [name, some] of byOperator) {
    const open = some.filter((one) => explains(known, one.candidate) === undefined);
    unexplained += open.length;
    console.log(`  survived ${name}: ${some.length} of ${judged.filter((one) => one.candidate.operator.name === name).length}${open.length === 0 ? `, explained: ${explains(known, some[0]!.candidate)!.why}` : `, ${open.length} without explanation`}`);
    for (const one of list === undefined ? open.slice(0, 3) : some) console.log(indent(told1(one)));
  }
  for (const one of crashed.slice(0, 5)) console.log(`${indent(told1(one))}\n${indent(one.crash ?? '')}`);
  if (show > 0) {
    console.log(`\n  ${show} mutants, drawn with seed ${seed}:`);
    for (const [index, one] of sampleOf(judged, show, seed).entries()) console.log(indent(`${index + 1}. ${told1(one)}`));
  } else if (list !== undefined) for (const one of caught.slice(0, 40)) console.log(indent(told1(one)));
  if (crashed.length > 0 || unexplained > 0 || share < wanted) return false;
  return list !== undefined || judged.length >= least;
}
function told1({ candidate: { operator, subject, site }, format, verdict, findings }: Judged): string {
  const found = findings.slice(0, 4).map((one) => `${one.code}${one.invariant === undefined ? '' : ` ${one.invariant}`} (${one.severity}) at ${one.expression}`).join('; ');
  return `${operator.name} in ${subject.name} as ${format}, at ${[subject.resource.resourceType, ...site.at].join('.')}: ${site.says}\n   ${verdict}${verdict === 'survived' ? `; expected ${site.expected.codes.join(' or ')} ${site.expected.invariant ?? ''}` : ''}: ${found === '' ? 'nothing new' : found}`;
}
const indent = (text: string): string => text.split('\n').map((line) => `    ${line}`).join('\n');

function given(): { fhir?: string | undefined; seed: string; count: string; show: string; list?: string | undefined } {
  try {
    return parseArgs({ options: { fhir: { type: 'string' }, seed: { type: 'string', default: '1' }, count: { type: 'string', default: '4000' }, show: { type: 'string', default: '0' }, list: { type: 'string' } } }).values;
  } catch { wrongUse(); }
}
function wrongUse(): never {
  console.error('Usage: npm run fhir:mutants -- [--fhir stu3|r4] [--seed <n>] [--count <n>] [--show <n>] [--list <operator>]');
  process.exit(2);
}
function readOptions(): Options {
  const values = given();
  const numbers = [values.seed, values.count, values.show].map(Number);
  if (numbers.some((one) => !Number.isSafeInteger(one) || one < 0) || (values.fhir !== undefined && !fhirVersions.includes(values.fhir as FhirVersion))) {
    wrongUse();
  }
  return { versions: values.fhir === undefined ? fhirVersions : [values.fhir as FhirVersion], seed: numbers[0]!, count: numbers[1]!, show: numbers[2]!, list: values.list };
}

if (process.argv[1] === import.meta.filename) {
  const options = readOptions();
  const folder = packagesFolder();
  if (folder === null) { console.error(noPackages); process.exit(2); }
  process.exit(main(folder, options) ? 0 : 1);
}
