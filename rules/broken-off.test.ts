import { expect, test } from 'vitest';
import type { Rule } from '../model/rule.ts';
import { answerFollowsAccept } from './bgz/response/answer-follows-accept.ts';
import { answerHoldsNoEmptyText } from './bgz/response/answer-holds-no-empty-text.ts';
import { answerIsValidFhir } from './bgz/response/answer-is-valid-fhir.ts';
import { bundleHasSelfLink } from './bgz/response/bundle-has-self-link.ts';
import { codingHasSystemAndCode } from './bgz/response/coding-has-system-and-code.ts';
import { emptySearchGivesAnEmptySearchset } from './bgz/response/empty-search-gives-an-empty-searchset.ts';
import { jsonAndXmlAreBothServed } from './bgz/response/json-and-xml-are-both-served.ts';
import { searchResultIsASearchset } from './bgz/response/search-result-is-a-searchset.ts';
import { searchStatusIs200 } from './bgz/response/search-status-is-200.ts';
import { errorHoldsAnOperationOutcome } from './twiin/notification/error-holds-an-operation-outcome.ts';
import { alteredAuthorizationBaseGivesNoAccess } from './twiin/token/altered-authorization-base-gives-no-access.ts';
import { invalidAssertionIsRefusedWithOauthError } from './twiin/token/invalid-assertion-is-refused-with-oauth-error.ts';
import { tokenResponseIsCompleteAtSut } from './twiin/token/token-response-is-complete.ts';
import { unsignedOrForeignAssertionGivesNoToken } from './twiin/token/unsigned-or-foreign-assertion-gives-no-token.ts';
import { unknownWorkflowTaskGives404 } from './twiin/pull/unknown-workflow-task-gives-404.ts';
import { workflowTaskIsAnStu3Task } from './twiin/pull/workflow-task-is-an-stu3-task.ts';
import { kinds, outcomeBody, probe, searchset, spoiled, task, tokenAnswer, type ExchangeSettings } from './testing.ts';

/** Half of an answer: what the probe keeps of one that broke off, or that was larger or slower than it waits for. */
const half = (content: unknown): string => { const whole = JSON.stringify(content); return whole.slice(0, Math.floor(whole.length / 2)); };
const cut = (settings: ExchangeSettings, outcome: 'reset' | 'timeout' = 'reset'): ExchangeSettings => ({ ...settings, transport: { outcome, detail: 'broke off during the answer' } });
const search = cut({ target: '/fhir/Condition', headers: { accept: 'application/fhir+xml' }, answer: half(searchset([])) });

test.each<readonly [string, Rule]>([
  answerFollowsAccept, answerHoldsNoEmptyText, answerIsValidFhir, bundleHasSelfLink, codingHasSystemAndCode, emptySearchGivesAnEmptySearchset, searchResultIsASearchset, searchStatusIs200,
].map((rule) => [rule.id, rule]))('%s does not judge half an answer to a search', (_, rule) => {
  for (const outcome of ['reset', 'timeout'] as const) expect(kinds(rule, probe('resource', cut(search, outcome)))).toEqual(['not-tested']);
});
test('half an answer in XML is no missing format', () => {
  const inJson = probe('resource', { target: '/fhir/Condition', headers: { accept: 'application/fhir+json' }, answer: searchset([]) });
  expect(kinds(jsonAndXmlAreBothServed, [inJson, probe('resource', search)])).toEqual(['not-tested']);
});
test('half a workflow task, or half an outcome, is not judged', () => {
  expect(kinds(workflowTaskIsAnStu3Task, probe('workflow-task', cut({ answer: half(task()) })))).toEqual(['not-tested']);
  expect(kinds(unknownWorkflowTaskGives404, probe('workflow-task', cut({ status: 404, answer: half(outcomeBody), stimulus: spoiled('unknown-workflow-task', 'answer-error') })))).toEqual(['not-tested']);
  expect(kinds(errorHoldsAnOperationOutcome, probe('notification', cut({ status: 400, answer: half(outcomeBody), stimulus: spoiled('malformed-json', 'answer-error') })))).toEqual(['not-tested']);
});
test('half a token answer is neither incomplete nor a refusal', () => {
  const answer = half(tokenAnswer());
  expect(kinds(tokenResponseIsCompleteAtSut, probe('token', cut({ answer })))).toEqual(['not-tested']);
  expect(kinds(unsignedOrForeignAssertionGivesNoToken, probe('token', cut({ answer, stimulus: spoiled('grant-assertion-forged', 'refuse-token') })))).toEqual(['not-tested']);
  expect(kinds(invalidAssertionIsRefusedWithOauthError, probe('token', cut({ answer, stimulus: spoiled('grant-assertion-forged', 'refuse-token') })))).toEqual(['not-tested']);
  expect(kinds(alteredAuthorizationBaseGivesNoAccess, [probe('token', cut({ answer, stimulus: spoiled('authorization-base-altered', 'refuse-token') }))])).toEqual(['not-tested']);
});
test('a refusal is one also when its body broke off, and a part of the data is data', () => {
  expect(kinds(unsignedOrForeignAssertionGivesNoToken, probe('token', cut({ status: 401, answer: '{"err', stimulus: spoiled('grant-assertion-forged', 'refuse-token') })))).toEqual(['pass']);
  const stimulus = spoiled('authorization-base-altered');
  expect(kinds(alteredAuthorizationBaseGivesNoAccess, [probe('resource', cut({ answer: half(searchset([{ resourceType: 'Flag', id: 'f' }])), stimulus }))])).toEqual(['violation!']);
  expect(kinds(alteredAuthorizationBaseGivesNoAccess, [probe('resource', cut({ answer: '', stimulus }))])).toEqual(['not-tested']);
});
