import type { RuleOutcome } from '../../../model/rule.ts';
import { bundleRule } from '../../factories/bundle-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { child, objects, stringOf } from '../../message/body.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';

/**
 * fullUrl is absolute, urn:uuid: or urn:oid:, and a RESTful one ends with the resource id (bgz-nen7540.md 7). The public
 * component asks the id of urn: forms too; base FHIR does not, so they are exempt. An absent fullUrl is not judged: the
 * statement says what it is, not that it is there.
 */
const make = (subject: Subject) => bundleRule(
  { id: 'full-url-is-absolute', requirements: ['BGZ-R-09'], title: { nl: 'fullUrl is absoluut en hoort bij het id', en: 'fullUrl is absolute and agrees with the id' } }, subject,
  (bundle, exchange): readonly RuleOutcome[] => {
    const entries = objects(bundle.entry).map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.fullUrl !== undefined);
    if (entries.length === 0) return [notApplicable('no entry has a fullUrl')];
    const broken = entries.flatMap(({ entry, index }) => {
      const actual = problem(stringOf(entry.fullUrl), stringOf(child(entry, 'resource')?.id));
      return actual === null ? [] : [violation(
        { exchange, part: 'response', path: `Bundle.entry[${index}].fullUrl` }, text('Een absolute URL die eindigt op het id, of urn:uuid: of urn:oid:.', 'An absolute URL that ends with the id, or urn:uuid: or urn:oid:.'),
        actual, text('Zet het volledige adres van de resource in fullUrl.', 'Put the whole address of the resource in fullUrl.'),
      )];
    });
    return broken.length > 0 ? broken.slice(0, 10) : [pass(`${entries.length} entries`, exchange)];
  },
);
function problem(fullUrl: string | null, id: string | null): string | null {
  if (fullUrl === null) return 'no text';
  if (/^urn:(uuid|oid):\S+$/.test(fullUrl)) return null;
  if (!/^https?:\/\//.test(fullUrl) || !URL.canParse(fullUrl)) return show(fullUrl);
  const path = new URL(fullUrl).pathname.replace(/\/_history\/[^/]+$/, '');
  return id === null || path.endsWith(`/${id}`) ? null : show(`${path.split('/').slice(-2).join('/')} for id ${id}`);
}
export const fullUrlIsAbsolute = make(sut);
export const simulatorFullUrlIsAbsolute = make(simulator);
