import type { TypeFacts } from '../definitions/structure.ts';
import { isObject } from '../json.ts';
import { restfulReference } from './bundle-index.ts';
import { targetOf, typeOfTarget } from './discriminators.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Asker, Session } from './session.ts';
import { say, shown } from './texts.ts';
import { conforms } from './walk-profile.ts';

/**
 * A reference: its form, the type and profile of its target as far as they can be known here, and aggregation
 * (FHIR R4 and STU3, References; ElementDefinition.type.targetProfile and aggregation).
 * A logical reference (identifier only) and one that is only display are legal; one to a place outside the message can't be resolved and is not followed.
 */
export function checkReference(session: Session, item: Item, types: readonly TypeFacts[], asker: Asker): void {
  if (!isObject(item.value)) return;
  const facts = types.find((type) => type.code === 'Reference');
  const { reference } = item.value;
  if (typeof reference === 'string' && reference !== '') {
    form(session, item, reference, asker);
    if (facts?.aggregation !== undefined) aggregation(session, item, reference, facts.aggregation, asker);
  }
  if (facts?.targets !== undefined) target(session, item, facts.targets, asker);
}

function form(session: Session, item: Item, reference: string, asker: Asker): void {
  if (reference.startsWith('#')) return;
  if (/\s/.test(reference)) {
    report(session, item, { code: 'reference-malformed', severity: 'error', below: ['reference'], asker, actual: shown(reference), expected: say('een verwijzing zonder spaties', 'a reference without spaces') });
    return;
  }
  if (/^urn:(uuid|oid):/i.test(reference)) {
    // A urn is found in the Bundle or nowhere.
    if (item.scope.bundle !== null && item.scope.resolve(reference).kind === 'missing') {
      report(session, item, { code: 'reference-unresolved', severity: 'warning', below: ['reference'], asker, actual: shown(reference), expected: say('een entry in deze Bundle met deze fullUrl', 'an entry in this Bundle with this fullUrl') });
    }
    return;
  }
  const parts = restfulReference(reference);
  const known = parts !== null && session.env.base.kindOf(parts.type) === 'resource';
  if (known || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return;
  // `Patient?identifier=…`, a conditional reference, is for transactions.
  if (/^[A-Z][A-Za-z]+\?/.test(reference)) return;
  report(session, item, { code: 'reference-malformed', severity: 'warning', below: ['reference'], asker, actual: shown(reference), expected: say('Type/id, een absolute url, een urn of #id', 'Type/id, an absolute url, a urn or #id') });
}

function aggregation(session: Session, item: Item, reference: string, allowed: NonNullable<TypeFacts['aggregation']>, asker: Asker): void {
  const contained = reference.startsWith('#');
  const wrong = contained ? !allowed.includes('contained')
    : !allowed.includes('referenced') && (!allowed.includes('bundled') || (item.scope.bundle !== null && item.scope.resolve(reference).kind !== 'bundled'));
  if (!wrong) return;
  report(session, item, { code: 'reference-aggregation', severity: 'error', below: ['reference'], asker, actual: shown(reference), expected: say(allowed.join(' of '), allowed.join(' or ')) });
}

function target(session: Session, item: Item, targets: readonly string[], asker: Asker): void {
  const type = typeOfTarget(session, item);
  if (type === null) return;
  const lineage = session.env.base.lineage(type);
  const candidates: string[] = [];
  let unknown: string | undefined;
  for (const canonical of targets) {
    const structure = session.env.definitions.structure(canonical);
    if (structure === null) unknown ??= canonical;
    else if (lineage.includes(structure.type)) candidates.push(canonical);
  }
  if (candidates.length === 0) {
    if (unknown !== undefined) notLoaded(session, item, unknown, asker);
    else report(session, item, { code: 'reference-target-type', severity: 'error', asker, actual: type, expected: say(targets.map(shortName).join(' of '), targets.map(shortName).join(' or ')) });
    return;
  }
  const found = targetOf(session, item);
  if (found === null) return;
  // Each candidate may be a profile; the target's own validation tells what is wrong in it, this only that it is not what was asked.
  const stated = statedBy(found);
  if (candidates.some((canonical) => stated.includes(canonical.split('|')[0]!))) return;
  const answers = candidates.map((canonical) => (session.env.definitions.structure(canonical)!.derivation === 'specialization' ? true : conforms(session, found, canonical)));
  if (answers.some((answer) => answer !== false)) return;
  if (unknown !== undefined) { notLoaded(session, item, unknown, asker); return; }
  const told = session.targets.get(found.scope.resource) ?? new Set<string>();
  session.targets.set(found.scope.resource, told);
  const key = candidates.join(' ');
  if (told.has(key)) return;
  told.add(key);
  report(session, item, { code: 'reference-target-profile', severity: 'error', asker, actual: `${type}/${shown(found.scope.resource.id)}`, expected: say(`een ${type} volgens ${candidates.join(' of ')}`, `a ${type} that conforms to ${candidates.join(' or ')}`) });
}
const shortName = (canonical: string): string => canonical.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '');
function statedBy(item: Item): readonly string[] {
  const meta = item.scope.resource.meta;
  if (!isObject(meta) || !Array.isArray(meta.profile)) return [];
  return meta.profile.filter((one): one is string => typeof one === 'string').map((one) => one.split('|')[0]!);
}
function notLoaded(session: Session, item: Item, canonical: string, asker: Asker): void {
  report(session, item, { code: 'profile-not-checked', severity: 'not-checked', asker, actual: '', expected: say(`profiel ${canonical} is niet geladen`, `profile ${canonical} is not loaded`) });
}
