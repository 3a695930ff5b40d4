import type { TraceRule } from '../../../model/rule.ts';
import { dataIn } from '../../message/answers.ts';
import { child, jsonOf, stringOf } from '../../message/body.ts';
import { ending, notApplicable, pass, text } from '../../message/outcome.ts';
import { exchangesOf } from '../../message/select.ts';
import { targetOf } from '../../message/target.ts';
import { isAnswer, ours } from './select.ts';

/** A single Organization can be read by id, and partOf is a relative Organization/<id> (zorg-ab.md 2.3). Judged for ids that a search or partOf gave. */
export const organisationCanBeReadById: TraceRule = {
  id: 'simulator-zorg-ab-organisation-can-be-read-by-id', scope: 'trace', span: 'case', requirements: ['ZAB-022'],
  title: { nl: 'ZORG-AB geeft een organisatie op id', en: 'ZORG-AB gives an organisation by id' },
  judge: (trace) => {
    const answers = exchangesOf(trace).filter(isAnswer);
    const reads = answers.filter((one) => targetOf(one).type === 'Organization' && targetOf(one).id !== null);
    const outcomes = reads.flatMap((read) => {
      const { id } = targetOf(read);
      const named = answers.filter((one) => one.seq < read.seq).flatMap(dataIn).some(({ resource }) => resource.id === id || partOf(resource) === `Organization/${String(id)}`);
      if (!named) return [];
      const body = jsonOf(read, 'response');
      if (read.response?.status !== 200 || body?.resourceType !== 'Organization' || body.id !== id) return [ours(read, 'body', text(`200 met Organization/${String(id)}.`, `200 with Organization/${String(id)}.`), ending(read))];
      const parent = partOf(body);
      if (parent !== null && !/^Organization\/[A-Za-z0-9\-.]{1,64}$/.test(parent)) return [ours(read, 'Organization.partOf.reference', text('Een relatieve verwijzing.', 'A relative reference.'), parent)];
      return [pass(`Organization/${String(id)}`, read)];
    });
    return outcomes.length > 0 ? outcomes : [notApplicable('no organisation was read that was named before')];
  },
};
function partOf(resource: unknown): string | null { return stringOf(child(child({ resource }, 'resource'), 'partOf')?.reference); }
