import type { PinnedPackage } from '../../model/claim.ts';
import type { FhirJudge } from '../../model/fhir-judgement.ts';
import type { Text } from '../../model/text.ts';
import type { PackageStore } from '../../fhir/packages/store.ts';

let base: Promise<FhirJudge> | undefined;
/** Base FHIR by the tables of the product; one for the process, so that what it prepared is prepared once. The engine is loaded here: simulators start without it. */
export function baseJudge(): Promise<FhirJudge> {
  return base ??= import('../../fhir/engine.ts').then(({ judgeOf, openEngines }) => judgeOf(openEngines()));
}

export interface RunJudge {
  readonly judge: FhirJudge;
  /** Loaded: what the report names. */
  readonly packages: readonly PinnedPackage[];
  /** Pinned packages that are absent or have other content. */
  readonly problems: readonly Text[];
  /** Packages that these ask for and that are not pinned: what they define is not tested. */
  readonly missing: readonly Text[];
}
/** The judge of a run: FHIR itself and exactly the pinned packages. What cannot be loaded is told, never replaced by another version. */
export async function openRunJudge(pins: readonly PinnedPackage[] = [], store?: PackageStore): Promise<RunJudge> {
  if (pins.length === 0) return { judge: await baseJudge(), packages: [], problems: [], missing: [] };
  const [{ judgeOf, openEngines }, { packageStore }] = await Promise.all([import('../../fhir/engine.ts'), import('../../fhir/packages/store.ts')]);
  const loaded = await (store ?? packageStore()).load(pins);
  return {
    judge: judgeOf(openEngines(loaded.packages)),
    packages: loaded.packages.map(({ id, sha256 }) => ({ name: id.name, version: id.version, sha256 })),
    problems: loaded.problems.map((one) => one.text),
    missing: loaded.missing.map(({ name, version, neededBy }) => ({
      nl: `${neededBy.name} ${neededBy.version} vraagt om ${name} ${version}, dat niet is vastgelegd`, en: `${neededBy.name} ${neededBy.version} asks for ${name} ${version}, which is not pinned`,
    })),
  };
}
