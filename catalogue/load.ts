import { existsSync, readFileSync } from 'node:fs';
import type { Requirement } from '../model/requirement.ts';
import type { Text } from '../model/text.ts';
import { CatalogueError } from './errors.ts';
import type { RequirementFile } from './parse.ts';

export interface Catalogue {
  /** All requirements, files in alphabetical order, entries in the order of their file. */
  readonly requirements: readonly Requirement[];
  readonly byId: ReadonlyMap<string, Requirement>;
  readonly files: readonly RequirementFile[];
}

/** The compiled data beside this module, or, when only the code was compiled to `dist/`, beside its source. */
const places = ['./requirements.json', '../../catalogue/requirements.json'].map((path) => new URL(path, import.meta.url));

let cached: Catalogue | undefined;

/**
 * The requirement catalogue, read once per process.
 *
 * It reads `requirements.json`, which `tools/compile.ts` makes from the YAML files: parsing 0.7 MB of YAML with line
 * numbers costs more than half a second at every start, the JSON a few milliseconds. The YAML is validated when it is
 * compiled, and a test fails when the two differ.
 * @throws CatalogueError when the compiled file is absent, damaged or holds an id twice
 */
export function loadCatalogue(): Catalogue {
  cached ??= catalogueOf(readCompiled());
  return cached;
}

/** A catalogue from files that were already read. */
export function catalogueOf(files: readonly RequirementFile[]): Catalogue {
  const requirements = files.flatMap((file) => file.requirements);
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]));
  if (byId.size !== requirements.length) throw unreadable({ nl: 'een id staat er twee keer in', en: 'an id stands in it twice' });
  return { requirements, byId, files };
}

/**
 * Reads the compiled file.
 * @param candidates places to look, first that exists is read
 */
export function readCompiled(candidates: readonly URL[] = places): readonly RequirementFile[] {
  const place = candidates.find((url) => existsSync(url));
  if (!place) throw unreadable({ nl: 'het bestand ontbreekt', en: 'the file is absent' });
  const data = parseJson(readFileSync(place, 'utf8'));
  if (!isCompiled(data)) throw unreadable({ nl: 'het is geen lijst van eisenbestanden', en: 'it is not a list of requirement files' });
  return data.files;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable({ nl: 'het is geen JSON', en: 'it is not JSON' });
  }
}

function isCompiled(data: unknown): data is { files: RequirementFile[] } {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) return false;
  return data.files.every((file: unknown) =>
    typeof file === 'object' && file !== null && 'name' in file && 'requirements' in file && Array.isArray(file.requirements));
}

function unreadable(why: Text): CatalogueError {
  return new CatalogueError({
    nl: `catalogue/requirements.json kan niet worden gelezen (${why.nl}). Maak het opnieuw met catalogue/tools/compile.ts, of installeer opnieuw.`,
    en: `catalogue/requirements.json cannot be read (${why.en}). Make it again with catalogue/tools/compile.ts, or install again.`,
  });
}
