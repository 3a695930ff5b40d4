import type { PinnedPackage } from '../../model/claim.ts';
import type { FhirJudge, FhirMessage } from '../../model/fhir-judgement.ts';
import type { Text } from '../../model/text.ts';
import type { SettlingJudge } from '../../fhir/judge.ts';
import type { PackageStore } from '../../fhir/packages/store.ts';
import type { TerminologyServer } from '../../fhir/terminology/terminology-server.ts';

let base: Promise<SettlingJudge> | undefined;
/** Base FHIR by the tables of the product; one for the process, so that what it prepared is prepared once. The engine is loaded here: simulators start without it. */
export function baseJudge(): Promise<SettlingJudge> {
  return base ??= import('../../fhir/engine.ts').then(({ judgeOf, openEngines }) => judgeOf(openEngines()));
}

export interface RunJudge {
  readonly judge: FhirJudge;
  /** Asks the terminology server about the codes of a message that cannot be checked here; absent without one. Never rejects. */
  readonly settle?: (message: FhirMessage) => Promise<void>;
  /** Loaded: what the report names. */
  readonly packages: readonly PinnedPackage[];
  /** Pinned packages that are absent or have other content. */
  readonly problems: readonly Text[];
  /** Packages that these ask for and that are not pinned: what they define is not tested. */
  readonly missing: readonly Text[];
}
/** The judge of a run: FHIR itself and exactly the pinned packages. What cannot be loaded is told, never replaced by another version. */
export async function openRunJudge(pins: readonly PinnedPackage[] = [], options: { readonly store?: PackageStore; readonly terminologyServer?: string } = {}): Promise<RunJudge> {
  const opened = pins.length === 0 ? { judge: await baseJudge(), packages: [], problems: [], missing: [] } : await withPackages(pins, options.store);
  if (options.terminologyServer === undefined) return opened;
  const { createTerminologyServer } = await import('../../fhir/terminology/terminology-server.ts');
  const servers = new Map<FhirMessage['fhir'], TerminologyServer>();
  return {
    ...opened,
    settle: (message) => {
      let server = servers.get(message.fhir);
      if (server === undefined) servers.set(message.fhir, server = createTerminologyServer({ address: options.terminologyServer!, fhir: message.fhir }));
      return opened.judge.settle(message, server);
    },
  };
}
async function withPackages(pins: readonly PinnedPackage[], store?: PackageStore): Promise<RunJudge & { readonly judge: SettlingJudge }> {
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
