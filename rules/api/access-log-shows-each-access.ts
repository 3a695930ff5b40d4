import type { Exchange } from '../../model/exchange.ts';
import type { RuleOutcome, TraceRule } from '../../model/rule.ts';
import { givesData } from '../message/answers.ts';
import { bodyOf, isObject, type Json } from '../message/body.ts';
import { ending, notApplicable, notTested, pass, text, violation } from '../message/outcome.ts';
import { exchangesOf } from '../message/select.ts';
import { resourceTypes } from '../message/resource-types.ts';
import { targetOf } from '../message/target.ts';

/**
 * Access to patient data is logged (NEN 7513, by the Wegiz API requirements; bgz-nen7540.md). The read-out must show patient and
 * organisation for what we fetched. How fine the log is, is free: where its entries name resource types, each type that
 * we fetched must stand among them; else one entry is enough.
 */
export const accessLogShowsEachAccess: TraceRule = {
  id: 'access-log-shows-each-access', scope: 'trace', span: 'case', requirements: ['BGZ-A-06'],
  title: { nl: 'Het toegangslog laat zien wat er is opgehaald', en: 'The access log shows what was fetched' },
  judge: (trace, context) => {
    const exchanges = exchangesOf(trace);
    const log = exchanges.findLast((one) => one.side === 'probe' && one.endpoint === 'access-log');
    const bsn = context.persona?.patient.bsn;
    if (log === undefined || bsn === undefined) return [notApplicable('the access log was not read')];
    const read = bodyOf(log, 'response');
    if (log.response?.status !== 200 || read.kind !== 'other' || !Array.isArray(read.value)) {
      return [notTested(text(`Het toegangslog was niet te lezen (${ending(log)}).`, `The access log could not be read (${ending(log)}).`))];
    }
    const accesses = exchanges.filter((one) => one.side === 'probe' && one.endpoint === 'resource' && one.role === 'twiin-sender' && one.stimulus.valid
      && one.startedAt >= sinceOf(log) && one.seq < log.seq && givesData(one));
    if (accesses.length === 0) return [notApplicable('nothing was fetched before the log was read')];
    return judgeLog(log, read.value.filter(isObject), accesses, bsn);
  },
};
function sinceOf(log: Exchange): number {
  const since = targetOf(log).parameters.find(([name]) => name === 'since')?.[1];
  const time = since === undefined ? Number.NaN : Date.parse(since);
  return Number.isNaN(time) ? 0 : time;
}
function judgeLog(log: Exchange, entries: readonly Json[], accesses: readonly Exchange[], bsn: string): readonly RuleOutcome[] {
  const organisations = [...new Set(accesses.map((one) => one.organisation))];
  const outcomes = organisations.map((organisation) => {
    const mine = entries.filter((one) => one.patientBsn === bsn && one.organisation === organisation && one.outcome !== 'refused');
    const types = [...new Set(accesses.filter((one) => one.organisation === organisation).flatMap((one) => targetOf(one).type ?? []))];
    const names = (type: string): boolean => mine.some((one) => new RegExp(`\\b${type}\\b`).test(String(one.object)));
    // A log that names types at all, names each of them.
    const named = types.some(names) || mine.some((one) => resourceTypes.has(String(one.object).split(/[^A-Za-z]/)[0]!));
    const missing = mine.length === 0 ? types : named ? types.filter((type) => !names(type)) : [];
    if (mine.length > 0 && missing.length === 0) return pass(`${mine.length} log entries for ${types.length} resource types`, log);
    return violation(
      { exchange: log, part: 'response', path: 'body' }, text('Een logregel met patiënt en organisatie voor elke toegang.', 'A log entry with patient and organisation for each access.'),
      mine.length === 0 ? `no entry for this patient and organisation ${organisation} among ${entries.length}` : `no entry for ${missing.join(', ')}`,
      text('Leg elke toegang tot patiëntgegevens vast volgens NEN 7513.', 'Log each access to patient data as NEN 7513 asks.'),
    );
  });
  return outcomes;
}
