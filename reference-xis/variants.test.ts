import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startPair } from './testing/pair.ts';
import type { Pair } from './testing/pair.ts';
import { transcriptOf } from './testing/transcript.ts';
import { variants } from './variants.ts';
import type { Variant } from './variants.ts';
import { waitingVariants } from './waiting-variants.ts';

const all: readonly Variant[] = [...variants, ...waitingVariants];
let pair: Pair | undefined;
afterEach(async () => { await pair?.close(); pair = undefined; });

it('has at least 24 legal alternatives with ids that differ', () => {
  expect(all.length).toBeGreaterThanOrEqual(24);
  expect(new Set(all.map((variant) => variant.id)).size).toBe(all.length);
});

describe('sending, pulling and cancelling work with each variant', () => {
  it.each(all)('$id', async ({ id, side }) => {
    pair = await startPair(side === 'receiver' ? {} : { variants: [id] }, side === 'sender' ? {} : { variants: [id] });
    const sent = await pair.trigger('send');
    expect(sent).toMatchObject({ status: 200, body: { done: true } });
    const notificationIdentifier = sent.body.notificationIdentifier!;
    const pulled = await pair.trigger('pull', { notificationIdentifier });
    expect(pulled.status).toBe(200);
    const [received, asked] = (/^(\d+) of (\d+)/.exec(pulled.body.message) ?? []).slice(1).map(Number);
    if (id === 'pull-nothing') expect(pulled.body.message).toMatch(/does not pull/);
    else if (id === 'pull-subset') expect([received, asked]).toEqual([4, 4]);
    else {
      expect(received).toBe(asked);
      expect(asked).toBeGreaterThanOrEqual(25);
    }
    expect((await pair.accessLog()).every((entry) => entry.outcome === 'granted')).toBe(true);
    expect((await pair.trigger('renew')).status).toBe(200);
    expect((await pair.trigger('cancel')).status).toBe(200);
    // The renewal was cancelled; the first notification lives until its own period ends.
    expect((await pair.trigger('pull', { notificationIdentifier })).status).toBe(200);
    expect((await pair.trigger('cancel')).body.notificationIdentifier).toBe(notificationIdentifier);
    expect((await pair.trigger('pull', { notificationIdentifier })).status).toBe(409);
  });
});

describe('each variant shows from outside', () => {
  let usual: readonly string[];
  beforeAll(async () => { usual = await transcriptOf([]); });
  // A workflow task with queries is what the transcript starts from.
  it.each(all.filter((variant) => variant.id !== 'workflow-task-and-inputs'))('$id', async ({ id }) => {
    expect(await transcriptOf([], { variants: [id] })).not.toEqual(usual);
  });
});
