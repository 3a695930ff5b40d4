import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { openPki } from '../../fixtures/pki/index.ts';
import { startXis, type XisConfig } from '../../reference-xis/start.ts';
import { realClock } from '../../run/clock/real-clock.ts';
import { freePort } from '../../run/demo/free-port.ts';
import { xisConfiguration } from '../../run/demo/xis-configuration.ts';
import { armFault, disarmFault, listFaults } from '../commands/faults.ts';
import { messages } from '../commands/messages.ts';
import { timeOfDay } from '../../reports/time.ts';
import { notify, type NotifyOptions } from '../commands/notify.ts';
import { up } from '../commands/up.ts';

/** `up` in this process, the reference XIS beside it, and the commands of another terminal. */
let runs: string;
let port: number;
let xis: Awaited<ReturnType<typeof startXis>>;
let stopUp: () => Promise<void>;
const secret = 'een-geheim-voor-deze-proef';

async function startUp(over: { readonly continue?: boolean; readonly fault?: readonly string[] } = {}): Promise<any> {
  let stop!: () => void;
  const stopped = new Promise<void>((resolve) => { stop = resolve; });
  let ended!: Promise<number>;
  const told = await new Promise<string>((resolve) => { ended = up({ lang: 'nl', json: true, port, runs, clients: join(runs, 'jwks.json'), out: resolve, stop: stopped, ...over }); });
  stopUp = async () => { stop(); await ended; };
  return JSON.parse(told);
}
beforeEach(async () => {
  runs = temporaryFolder();
  port = await freePort();
  xis = await startXis({ ...xisConfiguration({ pki: await openPki({ now: Date.now() }), now: Date.now(), simulators: `https://127.0.0.1:${port}`, secret, tokenLifetimeSeconds: 60, defects: ['receive-no-location'] }), autoPull: true } as unknown as XisConfig, { clock: realClock() });
  writeFileSync(join(runs, 'jwks.json'), JSON.stringify(xis.jwks));
});
afterEach(async () => { await stopUp(); await xis.close(); });

async function said<T extends object>(command: (options: any) => Promise<number>, options: T): Promise<{ readonly code: number; readonly text: string; readonly json: any[] }> {
  const lines: string[] = [];
  const code = await command({ lang: 'nl', runs, json: false, out: (line: string) => lines.push(line), ...options });
  return { code, text: lines.join('\n'), json: 'json' in options ? lines.map((line) => JSON.parse(line)) : [] };
}
const where = (): Partial<NotifyOptions> => ({ base: `${xis.origin}/fhir`, tokenEndpoint: `${xis.origin}/oauth/token`, authorizationServer: xis.origin });
const list = async (): Promise<any[]> => (await said(messages, { last: 200, follow: false, json: true })).json;

test('a notification on demand arrives, is fetched, and is judged; a revocation ends access', async () => {
  await startUp();
  const sent = await said(notify, { action: 'send', persona: 'minimaal', content: 'both', ...where(), json: true });
  expect(sent).toMatchObject({ code: 0, json: [{ ok: true, status: 201, queries: 25, authorizationBase: true }] });
  await expect.poll(async () => (await list()).filter((one) => one.endpoint === 'resource' && one.status === 200).length, { timeout: 20_000 }).toBeGreaterThan(5);
  const found = (await list()).flatMap((one) => one.findings.map((finding: any) => `${one.endpoint} ${finding.requirement} ${finding.ours}`));
  expect([...new Set(found)]).toEqual(['notification TWIIN-NTF-33 false']);

  const cancelled = await said(notify, { action: 'cancel', json: true });
  expect(cancelled.json[0]).toMatchObject({ ok: true, status: 200, identifier: sent.json[0].identifier });
  expect(await said(notify, { action: 'cancel' })).toMatchObject({ code: 2, text: expect.stringContaining('toetssteen notify') });
});
test('one message in full: tokens decoded, nothing to replay, no control characters', async () => {
  await startUp();
  const sent = await said(notify, { action: 'send', persona: 'minimaal', ...where(), json: true });
  const { text } = await said(messages, { id: sent.json[0].exchanges[0] });
  expect(text).toContain('"sub":"90000044"');
  expect(text).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{20}/);
  expect(await said(messages, { id: 'x99999' })).toMatchObject({ code: 2, text: expect.stringContaining('x99999') });
});
test('without an address, for an unknown patient or a BSN outside the table: a sentence, and nothing is sent', async () => {
  await startUp();
  for (const [options, words] of [[{}, '--config'], [{ ...where(), persona: 'niemand' }, 'niemand'], [{ ...where(), bsn: '123456782' }, 'test-BSN']] as const) {
    expect(await said(notify, { action: 'send', ...options })).toMatchObject({ code: 2, text: expect.stringContaining(words) });
  }
  expect(await list()).toEqual([]);
});
test('what the XIS does not take gives exit code 4 and its reason: it is no verdict, an address may be wrong', async () => {
  await startUp();
  const refused = await said(notify, { action: 'send', ...where(), ura: '90000099' });
  expect(refused.code).toBe(4);
  expect(refused.text).toMatch(/HTTP 4\d\d: \S/);
  const nobody = await said(notify, { action: 'send', ...where(), tokenEndpoint: `https://127.0.0.1:${await freePort()}/oauth/token` });
  expect(nobody).toMatchObject({ code: 4, text: expect.stringContaining('geen access token') });
  expect(nobody.text).toContain('Kijk of het XIS draait');
  // The day is told in the time that all else is told in.
  const [listed] = (await said(messages, { last: 200, follow: false })).text.split('\n');
  expect(listed).toContain(timeOfDay((await list())[0].at));
});
test('faults are armed and taken away from another terminal, and survive the end of up', async () => {
  const told = await startUp();
  expect((await said(armFault, { id: 'notification-503', times: 3, endpoint: 'notification' })).text).toContain('notification-503 ×3 (endpoint=notification)');
  expect(await said(armFault, { id: 'bestaat-niet' })).toMatchObject({ code: 2, text: expect.stringContaining('slow-answer') });
  await fetch(xis.controlUrl, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify({ action: 'send', patientBsn: '999990019', actingUra: '90000011', otherUra: '90000022' }) });
  await expect.poll(async () => (await list()).filter((one) => one.fault === 'notification-503').map((one) => one.status)).toEqual([503]);
  expect(() => readFileSync(told.control.secretFile, 'utf8')).not.toThrow();
  await stopUp();
  expect(() => readFileSync(told.control.secretFile, 'utf8')).toThrow('ENOENT');
  expect(await said(disarmFault, {})).toMatchObject({ code: 2, text: expect.stringContaining('toetssteen up') });
  expect((await said(listFaults, {})).text).not.toContain('* ');

  await startUp({ continue: true });
  expect((await said(listFaults, {})).text).toContain('* ingesteld: notification-503 ×2');
  expect((await list()).some((one) => one.fault === 'notification-503')).toBe(true);
  expect((await said(disarmFault, { id: 'notification-503' })).text).toContain('geen fout ingesteld');
});
