import { describe, expect, test } from 'vitest';
import { faultById, faultDefinitions } from '../mocks/faults/index.ts';
import type { Exchange, JournalEntry } from '../model/exchange.ts';
import type { RuleContext } from '../model/rule.ts';
import { createdTaskHasALocation } from '../rules/twiin/notification/created-task-has-a-location.ts';
import { errorHoldsAnOperationOutcome } from '../rules/twiin/notification/error-holds-an-operation-outcome.ts';
import { faultProofs, type FaultProof } from './faults.ts';
import { proofRules, runWorld } from './world.ts';

interface Seen { readonly entries: readonly JournalEntry[]; readonly met: readonly Exchange[]; readonly result: Awaited<ReturnType<typeof runWorld>>; readonly broken: readonly string[]; readonly elsewhere: readonly string[] }

/** One run in virtual time with the fault armed for one message. */
async function under(proof: FaultProof, defects: readonly string[] = []): Promise<Seen> {
  let entries: readonly JournalEntry[] = [];
  let ours: { requirement: string; exchange: string }[] = [];
  const result = await runWorld({
    only: proof.cases, defects, faults: proof.byCase === true ? [] : [{ id: proof.fault, where: proof.where, times: 1 }],
    look: (session) => {
      entries = session.journal.entries();
      ours = session.book.findings().filter((one) => one.role === 'simulator' || one.rule.startsWith('simulator-')).map((one) => ({ requirement: one.requirement, exchange: one.place.exchange }));
    },
  });
  const met = entries.filter((one): one is Exchange => one.kind === 'exchange' && one.fault === proof.fault);
  const all = [...ours, ...mirrored(entries)];
  const at = (here: boolean): string[] => [...new Set(all.filter((one) => met.some((message) => message.id === one.exchange) === here).map((one) => one.requirement))].sort();
  return { entries, met, result, broken: at(true), elsewhere: at(false) };
}
/** Answers of our receiving node, judged by the rules that judge a vendor's: as if we had asked and the node were the system under test. */
function mirrored(entries: readonly JournalEntry[]): { requirement: string; exchange: string }[] {
  const rules = [createdTaskHasALocation, errorHoldsAnOperationOutcome];
  const answers = entries.filter((one): one is Exchange => one.kind === 'exchange' && one.side === 'simulator' && one.endpoint === 'notification' && one.response !== null && one.response.status > 0);
  return answers.flatMap((one) => {
    const stimulus = one.response!.status < 400 ? { valid: true } as const : { valid: false, name: 'malformed-json', expects: 'answer-error' } as const;
    const mirror: Exchange = { ...one, side: 'probe', role: 'twiin-receiver', stimulus };
    return rules.filter((rule) => rule.selects(mirror)).flatMap((rule) => rule.judge(mirror, {} as RuleContext).filter((outcome) => outcome.kind === 'violation').flatMap(() => rule.requirements.map((requirement) => ({ requirement, exchange: one.id }))));
  });
}
const violated = (seen: Seen): string[] => [...new Set(seen.result.findings.map((one) => one.requirement))].sort();

test('every fault that can be armed has its proof, once, and names cases and a defect that are there', () => {
  expect(faultProofs.map((one) => one.fault).sort()).toEqual(faultDefinitions.map((one) => one.id).sort());
});
test('the rules that judge our own answers look at everything that a fault announces', () => {
  const judged = new Set([...proofRules.filter((rule) => rule.id.startsWith('simulator-')), createdTaskHasALocation, errorHoldsAnOperationOutcome].flatMap((rule) => rule.requirements));
  expect(faultDefinitions.flatMap((one) => one.violates).filter((requirement) => !judged.has(requirement))).toEqual([]);
});

describe.each(faultProofs)('$fault', (proof) => {
  const { requirement, violates } = faultById(proof.fault)!.definition;

  test('the reference XIS does what is expected, is not blamed, and our answer breaks exactly what the fault announces', async () => {
    const seen = await under(proof);
    if (proof.byCase === true) expect(seen.met.length).toBeGreaterThan(0);
    else expect(seen.met).toHaveLength(1);
    expect(seen.broken).toEqual([...violates].sort());
    expect(seen.elsewhere).toEqual([]);
    expect(proof.sees(seen.entries, seen.met)).toBeNull();
    expect(violated(seen)).toEqual([]);
    expect(seen.result.harnessErrors).toEqual([]);
    if (proof.judgedAs === null) return;
    const purposes = seen.result.requirements.find((one) => one.requirement.id === requirement)!.purposes.filter((one) => one.purpose.role === proof.judgedAs);
    expect(purposes.map((one) => one.verdict)).toContain('pass');
    expect(purposes.map((one) => one.verdict)).not.toContain('fail');
  });
  test.runIf(proof.noticed !== null)(`a system with the defect ${proof.noticed} is noticed under it`, async () => {
    const seen = await under(proof, [proof.noticed!]);
    expect(seen.met.length).toBeGreaterThan(0);
    expect(violated(seen)).toContain(requirement);
  });
});
