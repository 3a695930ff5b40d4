import type { MessageRule, RuleOutcome } from '../../model/rule.ts';
import type { Text } from '../../model/text.ts';
import { dataIn } from '../message/answers.ts';
import type { Json } from '../message/body.ts';
import { ending, noAnswer, notApplicable, notTested, pass, violation } from '../message/outcome.ts';
import { success } from '../message/select.ts';
import { elementsOf, type Element } from '../message/walk.ts';
import type { About } from './bundle-rule.ts';
import type { Subject } from './subject.ts';

/** What is wrong with an element. */
export interface Problem { readonly path: string; readonly actual: string }
/** Findings of one kind in one answer; more would only repeat. */
const enough = 10;

/** A rule about each resource of an answer, of a search as well as of a read. `look` gives null when there was nothing to look at. */
export function resourceRule(
  about: About & { readonly expected: Text; readonly next: Text }, subject: Subject, look: (resource: Json, path: string) => readonly Problem[] | null,
): MessageRule {
  const { id, title, requirements, expected, next } = about;
  return {
    id: `${subject.prefix}${id}`, title, requirements, scope: 'message', part: 'response', needs: ['json-body'], selects: subject.answers,
    judge: (exchange): readonly RuleOutcome[] => {
      if (exchange.response === null) return [notTested(noAnswer)];
      if (!success(exchange)) return [notApplicable(`no result: ${ending(exchange)}`)];
      const looked = dataIn(exchange).map(({ resource, path }) => look(resource, path)).filter((one) => one !== null);
      if (looked.length === 0) return [notApplicable('nothing in the answer that this is about')];
      const problems = looked.flat();
      if (problems.length === 0) return [pass(`${looked.length} resources`, exchange)];
      return problems.slice(0, enough).map(({ path, actual }) => violation({ exchange, part: 'response', path }, expected, actual, next));
    },
  };
}

/** A rule about each element of one data type. */
export function elementRule(
  about: About & { readonly expected: Text; readonly next: Text }, subject: Subject,
  is: (element: Element) => boolean, problem: (value: Json) => string | null,
): MessageRule {
  return resourceRule(about, subject, (resource, path) => {
    const elements = elementsOf(resource, path).filter(is);
    if (elements.length === 0) return null;
    return elements.flatMap((element) => {
      const actual = problem(element.value);
      return actual === null ? [] : [{ path: element.path, actual }];
    });
  });
}
