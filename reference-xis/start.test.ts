import { afterEach, describe, expect, it } from 'vitest';
import { minimaal, noord, startPair, volledig } from './testing/pair.ts';
import type { Pair } from './testing/pair.ts';

let pair: Pair;
afterEach(async () => { await pair.close(); });

describe('two reference XISes', () => {
  it('send, pull and cancel a BgZ', async () => {
    pair = await startPair();
    const sent = await pair.trigger('send');
    expect(sent).toMatchObject({ status: 200, body: { done: true } });
    const notificationIdentifier = sent.body.notificationIdentifier!;
    expect(notificationIdentifier).toMatch(/^urn:uuid:/);
    const pulled = await pair.trigger('pull', { notificationIdentifier });
    expect(pulled).toMatchObject({ status: 200, body: { done: true, message: '30 of 30 offered parts were fetched.' } });
    const log = await pair.accessLog();
    expect(log.every((entry) => entry.patientBsn === volledig && entry.organisation === '90000022' && entry.outcome === 'granted')).toBe(true);
    expect(log.filter((entry) => entry.action === 'search')).toHaveLength(29);
    expect(await pair.trigger('cancel')).toMatchObject({ status: 200, body: { notificationIdentifier } });
    expect(await pair.trigger('pull', { notificationIdentifier })).toMatchObject({ status: 409, body: { error: expect.stringContaining('cancelled') as string } });
    expect(pair.clock.holds()).toBe(0);
  });

  it('renew with a new identifier, and both notifications can be pulled', async () => {
    pair = await startPair();
    const first = (await pair.trigger('send')).body.notificationIdentifier!;
    const second = (await pair.trigger('renew')).body.notificationIdentifier!;
    expect(second).not.toBe(first);
    for (const notificationIdentifier of [first, second]) expect((await pair.trigger('pull', { notificationIdentifier })).status).toBe(200);
  });

  it('work through a workflow task', async () => {
    pair = await startPair({ settings: { notificationContent: 'workflow-task' } });
    const notificationIdentifier = (await pair.trigger('send')).body.notificationIdentifier!;
    expect((await pair.trigger('pull', { notificationIdentifier })).body.message).toBe('30 of 30 offered parts were fetched.');
  });

  it('stop when the period has ended', async () => {
    pair = await startPair();
    const notificationIdentifier = (await pair.trigger('send', { availableForSeconds: 60 })).body.notificationIdentifier!;
    expect((await pair.trigger('pull', { notificationIdentifier })).status).toBe(200);
    pair.clock.move(61_000);
    expect((await pair.trigger('pull', { notificationIdentifier })).status).toBe(409);
  });

  it('say in words what cannot be done', async () => {
    pair = await startPair();
    expect(await pair.trigger('cancel')).toMatchObject({ status: 404 });
    expect(await pair.trigger('send', { patientBsn: '999990172' })).toMatchObject({ status: 404 });
    expect(await pair.trigger('send', { otherUra: '90000055' })).toMatchObject({ status: 502, body: { error: expect.stringContaining('90000055') as string } });
    expect(await pair.trigger('send', { actingUra: '90000055' })).toMatchObject({ status: 404 });
    expect(await pair.trigger('pull', { notificationIdentifier: 'urn:uuid:unknown' })).toMatchObject({ status: 404 });
    expect(await pair.trigger('pull')).toMatchObject({ status: 400 });
  });

  it('pull by themselves when told so', async () => {
    pair = await startPair({}, { settings: { autoPull: true } });
    await pair.trigger('send', { patientBsn: minimaal });
    await expect.poll(async () => (await pair.accessLog()).length).toBe(29);
    expect((await pair.accessLog()).every((entry) => entry.patientBsn === minimaal)).toBe(true);
    expect(noord).toBe('90000011');
  });
});
