import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { filled, type Problem } from './problem.ts';

const withoutProfile: ReadonlySet<unknown> = new Set(['OperationOutcome', 'Binary']);

/**
 * What the public BgZ-MSZ test scripts ask of a resource that an answer holds (bgz-nen7540.md chapter 7): an id, unless its
 * fullUrl is urn:uuid: or urn:oid:, and a stated profile, OperationOutcome and Binary excepted.
 * @param fullUrl of the entry that holds it, when there is one
 */
export function resultEntry(resource: JsonObject, fullUrl: unknown): Problem[] {
  const problems: Problem[] = [];
  const byUrn = typeof fullUrl === 'string' && /^urn:(uuid|oid):/.test(fullUrl);
  if (!filled(resource.id) && !byUrn) problems.push({
    code: 'id-missing', severity: 'warning', actual: `${String(resource.resourceType)} without id`, expected: { nl: 'Een id, of een fullUrl met urn:uuid: of urn:oid:.', en: 'An id, or a fullUrl of urn:uuid: or urn:oid:.' },
  });
  if (!withoutProfile.has(resource.resourceType) && !statesProfile(resource)) problems.push({
    code: 'profile-not-stated', severity: 'warning', actual: `${String(resource.resourceType)} without meta.profile`, expected: { nl: 'De canonical van het profiel in meta.profile.', en: 'The canonical of the profile in meta.profile.' },
  });
  return problems;
}
function statesProfile(resource: JsonObject): boolean {
  const { meta } = resource;
  return isObject(meta) && Array.isArray(meta.profile) && meta.profile.some(filled);
}
