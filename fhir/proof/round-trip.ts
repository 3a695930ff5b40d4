/**
 * `npm run fhir:round-trip [-- --sample <n>]`: every resource of the packages at hand through the codec and back, XML → JSON → XML and
 * JSON → XML → JSON, compared with the original by parsers that the codec does not use. Exit code 0 only when nothing was lost,
 * 1 on a loss, 2 when the packages are not there. `--sample` takes n files of each kind, with a fixed seed.
 */
import type { Format } from '../codec/format.ts';
import { parse } from '../codec/parse.ts';
import { serialize } from '../codec/serialize.ts';
import type { Definitions } from '../definitions/definitions.ts';
import { coreDefinitions } from '../tables/core.ts';
import { jsonTokens } from './json-tokens.ts';
import { filesOf, noPackages, packagesFolder, sourcePackages } from './packages-on-disk.ts';
import type { SourceFile } from './packages-on-disk.ts';
import { sampleOf } from './random.ts';
import { xmlTokens } from './xml-tokens.ts';

export type Outcome =
  /** The result says the same as the original. */
  | { readonly kind: 'same' }
  /** The same, but for what the codec said of the original: `xsi:schemaLocation`, or elements in another order than FHIR's. */
  | { readonly kind: 'reported'; readonly what: string }
  /** Something was lost or changed. */
  | { readonly kind: 'different'; readonly why: string };

/** There and back: the original in one format, through the other, and compared in its own; then the text between once more. */
export function roundTrip(original: Uint8Array, format: Format, definitions: Definitions): Outcome {
  const other = format === 'xml' ? 'json' : 'xml';
  const first = parse(original, { definitions, format });
  const errors = first.findings.filter((one) => one.severity === 'error');
  if (first.resource === null) return { kind: 'different', why: `not read: ${errors[0]?.code}` };
  const lost: string[] = [];
  const write = (resource: NonNullable<typeof first.resource>, to: Format): string => serialize(resource, { format: to, definitions, lost: (path) => lost.push(path.join('.')) });
  const between = write(first.resource, other);
  const second = parse(between, { definitions, format: other });
  if (second.resource === null || second.findings.length > 0) return { kind: 'different', why: `own ${other}: ${second.findings[0]?.code} ${second.findings[0]?.expression}` };
  const result = write(second.resource, format);
  const third = parse(result, { definitions, format });
  if (third.resource === null || third.findings.length > 0) return { kind: 'different', why: `own ${format}: ${third.findings[0]?.code} ${third.findings[0]?.expression}` };
  const again = write(third.resource, other);
  if (lost.length > 0) return { kind: 'different', why: `lost ${lost[0]}` };

  // A schema location says where a schema is, nothing about the patient; it is dropped with a warning.
  const schema = first.findings.some((one) => one.severity === 'warning' && one.code === 'unknown-attribute');
  const order = errors.length > 0 && errors.every((one) => one.code === 'element-order');
  const text = new TextDecoder().decode(original);
  const wanted = tokensOf(text, format, schema);
  const made = tokensOf(result, format);
  // Written in FHIR's order, whatever the order was: then all that was said is still said.
  const why = (order ? firstDifference([...wanted].sort(), [...made].sort()) : firstDifference(wanted, made)) ?? firstDifference(tokensOf(between, other), tokensOf(again, other));
  if (why !== null) return { kind: 'different', why };
  if (order) return { kind: 'reported', what: `element-order ${errors[0]!.expression}` };
  if (errors.length > 0) return { kind: 'different', why: `refused: ${errors[0]!.code} ${errors[0]!.expression}` };
  return schema ? { kind: 'reported', what: 'xsi:schemaLocation' } : { kind: 'same' };
}
const tokensOf = (text: string, format: Format, schemaLocation = false): string[] => (format === 'xml' ? xmlTokens(text, { schemaLocation }) : jsonTokens(text));

export function firstDifference(expected: readonly string[], actual: readonly string[]): string | null {
  for (let index = 0; index < Math.max(expected.length, actual.length); index += 1) {
    if (expected[index] !== actual[index]) return `token ${index}: ${expected[index]?.slice(0, 80) ?? 'nothing'} became ${actual[index]?.slice(0, 80) ?? 'nothing'}`;
  }
  return null;
}

export interface Tally { same: number; readonly reported: Map<string, string[]>; readonly different: string[] }
export function tally(files: readonly SourceFile[], format: Format, definitions: Definitions): Tally {
  const result: Tally = { same: 0, reported: new Map(), different: [] };
  for (const file of files) {
    let outcome: Outcome;
    try {
      outcome = roundTrip(file.bytes, format, definitions);
    } catch (error) {
      outcome = { kind: 'different', why: `threw ${(error as Error).message}` };
    }
    if (outcome.kind === 'same') result.same += 1;
    else if (outcome.kind === 'different') result.different.push(`${file.name}: ${outcome.why}`);
    else result.reported.set(outcome.what, [...result.reported.get(outcome.what) ?? [], file.name]);
  }
  return result;
}

function main(folder: string, size: number): number {
  let different = 0;
  let whole = 0;
  for (const source of sourcePackages) {
    const started = performance.now();
    const all = filesOf(folder, source);
    for (const [what, files] of [['examples', all.filter((file) => file.name.includes('/examples/'))], ['definitions', all.filter((file) => !file.name.includes('/examples/'))]] as const) {
      if (files.length === 0) continue;
      const chosen = sampleOf(files, size);
      const result = tally(chosen, source.format, coreDefinitions(source.fhir));
      const way = source.format === 'xml' ? 'XML → JSON → XML → JSON' : 'JSON → XML → JSON → XML';
      console.log(`${source.file}, ${what}, ${way}: ${result.same} of ${chosen.length} the same${chosen.length < files.length ? ` (sample of ${files.length})` : ''}, ${result.different.length} different`);
      for (const [why, names] of result.reported) console.log(`  the same but for ${why}: ${names.length}, for example ${names[0]}`);
      for (const line of result.different.slice(0, 20)) console.log(`  different ${line}`);
      different += result.different.length;
      whole += chosen.length;
    }
    console.log(`  ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  console.log(`${whole - different} of ${whole} resources without loss`);
  return different === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) {
  const folder = packagesFolder();
  if (folder === null) { console.error(noPackages); process.exit(2); }
  const at = process.argv.indexOf('--sample');
  const size = at === -1 ? Infinity : Number(process.argv[at + 1]);
  if (!(size >= 1)) { console.error('Usage: npm run fhir:round-trip -- [--sample <n>]'); process.exit(2); }
  process.exit(main(folder, size));
}
