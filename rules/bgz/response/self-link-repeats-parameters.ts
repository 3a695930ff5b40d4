import { bundleRule } from '../../factories/bundle-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { linkOf } from '../../message/answers.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { parseTarget, targetOf } from '../../message/target.ts';

/** Parameters that a server itself puts in a next link; a page of its own need not repeat them. */
const ofPaging = /^_?(get)?page|cursor|offset|token|^_getpages|stateid/i;
/** The self link repeats all parameters of the request (bgz-nen7540.md 7, a warning in the public script: the level SHOULD sees to it). */
const make = (subject: Subject) => bundleRule(
  { id: 'self-link-repeats-parameters', requirements: ['BGZ-R-08'], title: { nl: 'De self-link herhaalt de zoekparameters', en: 'The self link repeats the search parameters' } }, subject,
  (bundle, exchange) => {
    const self = linkOf(bundle, 'self');
    const asked = targetOf(exchange).parameters.filter(([name]) => !ofPaging.test(name) && name !== '_format');
    if (self === null || asked.length === 0) return [notApplicable(self === null ? 'no self link' : 'a request without parameters')];
    const repeated = new Set(parseTarget(self).parameters.map(([name, value]) => `${name}=${sorted(value)}`));
    const missing = asked.filter(([name, value]) => !repeated.has(`${name}=${sorted(value)}`)).map(([name]) => name);
    if (missing.length === 0) return [pass(`${asked.length} parameters`, exchange)];
    return [violation(
      { exchange, part: 'response', path: 'Bundle.link[self].url' }, text('Alle parameters van de zoekvraag.', 'All parameters of the query.'), show(`missing or different: ${missing.join(', ')}`),
      text('Herhaal de gebruikte parameters in de self-link.', 'Repeat the parameters used in the self link.'),
    )];
  },
);
function sorted(value: string): string { return value.split(',').toSorted().join(','); }
export const selfLinkRepeatsParameters = make(sut);
export const simulatorSelfLinkRepeatsParameters = make(simulator);
