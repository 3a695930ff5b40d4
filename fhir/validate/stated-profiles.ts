import { isObject } from '../json.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Session } from './session.ts';
import { say, shown } from './texts.ts';
import { walkProfile } from './walk-profile.ts';

/** Each profile in `meta.profile`: judged when it is loaded, told as not checked when it is not (FHIR R4 and STU3, Resource.meta.profile). */
export function statedProfiles(session: Session, item: Item): void {
  const resource = item.value;
  if (!isObject(resource) || !isObject(resource.meta) || !Array.isArray(resource.meta.profile)) return;
  for (const [index, profile] of resource.meta.profile.entries()) {
    if (typeof profile === 'string' && profile !== '') againstProfile(session, item, profile, ['meta', 'profile', index]);
  }
}

/** Judges a resource against a profile that was stated in it (`below`: where) or asked for from outside. */
export function againstProfile(session: Session, item: Item, profile: string, below?: readonly (string | number)[]): void {
  const walk = walkProfile(session, item, profile);
  if (walk === 'walked') return;
  const asker = { profile, element: item.type };
  if (walk === 'other-type') {
    report(session, item, { code: 'profile-type-differs', severity: 'error', below, asker, actual: item.type, expected: say(`een profiel op ${item.type}; ${shown(profile)} is van een ander type`, `a profile on ${item.type}; ${shown(profile)} is of another type`) });
    return;
  }
  if (walk === 'unknown') {
    report(session, item, { code: 'profile-unknown', severity: 'not-checked', below, asker, actual: shown(profile), expected: say('een profiel uit een geladen pakket; laad het pakket om te toetsen', 'a profile from a loaded package; load the package to test') });
    return;
  }
  const answer = session.env.profiles.of(profile);
  report(session, item, {
    code: 'profile-not-checked', severity: 'not-checked', below, asker, actual: shown(profile),
    expected: say('een profiel waarvan een snapshot te maken is', `a profile of which a snapshot can be made${answer.kind === 'broken' ? `: ${answer.why}` : ''}`),
  });
}
