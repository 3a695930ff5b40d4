import type { RuleOutcome } from '../../../model/rule.ts';
import { taskRule } from '../../factories/task-rule.ts';
import { child } from '../../message/body.ts';
import { notApplicable, pass, show, text, violation } from '../../message/outcome.ts';
import { organisationOf } from '../../message/task.ts';

/**
 * The organisations of a notification are named by URA (twiin.md 3.1; read in the text of release 0.8). AGB and other systems are used by
 * bilateral agreement, so the catalogue lets it warn only. Whether they are there, once, and the right ones is NTF-14's and NTF-15's.
 */
export const organisationsAreNamedByUra = taskRule(
  {
    id: 'organisations-are-named-by-ura', requirements: ['TWIIN-NTF-17'],
    title: { nl: 'De organisaties worden met hun URA genoemd', en: 'The organisations are named by their URA' },
  },
  (task, exchange): readonly RuleOutcome[] => {
    const named = [
      { path: 'Task.requester.onBehalfOf.identifier', found: organisationOf(child(task, 'requester')?.onBehalfOf) }, { path: 'Task.owner.identifier', found: organisationOf(task.owner) },
    ].filter(({ found }) => found.kind !== 'absent' && found.kind !== 'several');
    if (named.length === 0) return [notApplicable('no organisation is named by an identifier')];
    const broken = named.flatMap(({ path, found }) => {
      if (found.kind === 'ura') return [];
      return [violation(
        { exchange, part: 'request', path }, text('http://fhir.nl/fhir/NamingSystem/ura met 8 cijfers.', 'http://fhir.nl/fhir/NamingSystem/ura with 8 digits.'),
        found.kind === 'other' ? `system ${show(found.system)}` : 'a URA without 8 digits', text('Noem de organisatie met haar URA.', 'Name the organisation by its URA.'),
      )];
    });
    return broken.length > 0 ? broken : [pass(`${named.length} × URA`, exchange)];
  },
);
