import { isCollection, isMap, isPair, isScalar, parseDocument, stringify, type Node } from 'yaml';
import type { PackagePin } from '../../fhir/packages/pins.ts';

/** The configuration with exactly these pins under `packages:`, every other character as it was; null when the text is no YAML mapping. */
export function withPins(text: string, pins: readonly PackagePin[]): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  const part = stringify({ packages: pins.map(({ name, version, sha256 }) => ({ name, version, sha256 })) }, { lineWidth: 0 }).trimEnd();
  const pair = document.contents?.items.find((one) => isScalar(one.key) && one.key.value === 'packages');
  if (pair === undefined) return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${part}\n`;
  const from = (pair.key as Node).range![0];
  const to = isScalar(pair.value) && pair.value.value === null ? text.indexOf(':', from) + 1 : endOf(pair.value as Node);
  return text.slice(0, from) + part + (text.slice(to) || '\n');
}
/** Where the last character of a value stands: comments and blank lines behind it are not part of it. */
function endOf(node: Node): number {
  const last: unknown = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
  if (isPair(last)) return endOf((last.value ?? last.key) as Node);
  return last === undefined ? node.range![1] : endOf(last as Node);
}
