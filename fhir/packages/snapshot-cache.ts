import { packStructure, unpackStructure } from '../tables/lines.ts';
import type { Structure } from '../definitions/structure.ts';
import { codeFingerprint } from './fingerprint.ts';
import type { CompiledPackage } from './compiled.ts';
import { sha256 } from './digest.ts';
import { cacheDirectory } from './places.ts';
import { openTableCache, type Log } from './table-cache.ts';
import { writeTable, type Row, type TableFile } from './table-file.ts';

/** What is worth keeping of a made snapshot: the structure, and beside it whatever its maker told (plain JSON). */
export interface KeptSnapshot { readonly structure: Structure; readonly notTested: readonly { readonly element: string; readonly canonical: string }[] }

/**
 * Snapshots of one set of packages, kept together: a snapshot depends on every package that is loaded with it, so it can't be part of one package.
 */
export interface SnapshotCache {
  /** Null when it was not kept. Parsed at the first call. */
  get(canonical: string): KeptSnapshot | null;
  /** Replaces all that was kept by these. */
  keep(snapshots: Iterable<readonly [canonical: string, KeptSnapshot]>): void;
  readonly size: number;
}
export interface SnapshotCacheOptions { readonly folder?: string; readonly log?: Log }

/** Opens what was kept for exactly these packages and this code; empty when there is nothing. */
export function openSnapshotCache(packages: readonly CompiledPackage[], options: SnapshotCacheOptions = {}): SnapshotCache {
  const cache = openTableCache(options.folder ?? cacheDirectory(), options.log);
  const subject = `snapshots-${sha256(packages.map((one) => `${one.fhir} ${one.sha256} ${one.id.version}`).join('\n')).slice(0, 40)}`;
  const maker = codeFingerprint(['definitions', 'packages', 'snapshot', 'tables']);
  let table: TableFile | null = cache.get(subject, maker);
  let rows = rowsOf(table);
  const parsed = new Map<string, KeptSnapshot>();
  return {
    get(canonical) {
      const known = parsed.get(canonical);
      if (known !== undefined) return known;
      const row = rows.get(canonical);
      if (row === undefined || table === null) return null;
      const { structure, notTested } = table.read(row) as KeptSnapshot;
      const kept = { structure: unpackStructure(structure), notTested };
      parsed.set(canonical, kept);
      return kept;
    },
    keep(snapshots) {
      table = writeTable({ kind: 'snapshots' }, [...snapshots].map(([url, kept]) => ({ kind: 'snapshot', url, value: { structure: packStructure(kept.structure), notTested: kept.notTested } })));
      rows = rowsOf(table);
      parsed.clear();
      cache.put(subject, maker, table);
    },
    get size() { return rows.size; },
  };
}
const rowsOf = (table: TableFile | null): Map<string, Row> => new Map(table?.rows.map((row) => [row.url, row]));
