import type { Persona } from '../../model/persona.ts';
import { careResources, medicationResources, provenanceResource } from './care.ts';
import { historyResources, measurementResources } from './history.ts';
import { organisationResource, personResources } from './person.ts';
import type { DossierContext, StoredResource } from './parts.ts';

export type { StoredResource } from './parts.ts';

/** Everything that the XIS knows of its patients, as STU3 resources (BgZ on zib 2017). */
export interface DossierStore {
  ofType(type: string): readonly StoredResource[];
  /** By `Type/id`. */
  find(reference: string): StoredResource | undefined;
  readonly types: ReadonlySet<string>;
}

const unrecorded = new Set(['Patient', 'Practitioner', 'Organization', 'Medication', 'Device', 'Binary']);

export function buildStore(personas: readonly Persona[], organisation: DossierContext['organisation'], runDay: number): DossierStore {
  const resources = [organisationResource(organisation), ...personas.flatMap((persona) => dossierOf({ persona, organisation, runDay }))];
  const byReference = new Map(resources.map((entry) => [`${entry.type}/${entry.id}`, entry]));
  if (byReference.size !== resources.length) throw new Error('Two records of the personas have the same id; ids must be unique within a block of one persona.');
  return {
    ofType: (type) => resources.filter((entry) => entry.type === type),
    find: (reference) => byReference.get(reference),
    types: new Set(resources.map((entry) => entry.type)),
  };
}

function dossierOf(context: DossierContext): StoredResource[] {
  const resources = [
    ...personResources(context), ...historyResources(context), ...measurementResources(context), ...medicationResources(context), ...careResources(context),
  ];
  const clinical = resources.filter((entry) => !unrecorded.has(entry.type));
  return clinical.length === 0 ? resources : [...resources, provenanceResource(context, clinical)];
}
