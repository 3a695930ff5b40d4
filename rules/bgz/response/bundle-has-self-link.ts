import { bundleRule } from '../../factories/bundle-rule.ts';
import { simulator, sut, type Subject } from '../../factories/subject.ts';
import { linkOf } from '../../message/answers.ts';
import { pass, text, violation } from '../../message/outcome.ts';

/** A link with relation self and a url is present (bgz-nen7540.md 7). */
const make = (subject: Subject) => bundleRule(
  { id: 'bundle-has-self-link', requirements: ['BGZ-R-07'], title: { nl: 'Het zoekresultaat heeft een self-link', en: 'The search result has a self link' } }, subject,
  (bundle, exchange) => (linkOf(bundle, 'self') !== null ? [pass('self link', exchange)] : [violation(
    { exchange, part: 'response', path: 'Bundle.link' }, text('Een link met relation self en een url.', 'A link with relation self and a url.'), 'absent',
    text('Zet de uitgevoerde zoekvraag in Bundle.link met relation self.', 'Put the executed query in Bundle.link with relation self.'),
  )]),
);
export const bundleHasSelfLink = make(sut);
export const simulatorBundleHasSelfLink = make(simulator);
