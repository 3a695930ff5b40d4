import { expect, test } from 'vitest';
import type { Recorder } from '../../model/recorder.ts';
import type { Reply, SimRequest, Simulator } from '../../model/simulator.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { armFault, armedFaults } from './armed-faults.ts';
import { createKernel, tenantOf, type KernelSettings } from './kernel.ts';
import { memoryStore } from './memory-store.ts';
import { bodyText, fhirReply } from './replies.ts';

const request = (changes: Partial<SimRequest> = {}): SimRequest => ({ method: 'GET', target: '/t1/one/x', headers: {}, body: new Uint8Array(), tls: 'not-observed', ...changes });
function world(handle: Simulator['handle'], settings: Partial<KernelSettings> = {}) {
  const log: string[] = []; const errors: unknown[] = [];
  const clock = manualClock();
  const recorder: Recorder = {
    admit: () => ({ ok: true }),
    arrived: ({ about, tenant, simulator, url }) => { log.push(`arrived ${tenant} ${simulator} ${about.endpoint} ${url}`); return 'x1'; },
    answered: (id, { response, fault }) => { log.push(`answered ${id} ${response.status} ${fault}`); },
    ended: () => {}, connectionRefused: () => {},
  };
  const simulator: Simulator = {
    name: 'twiin', matches: (path) => path.startsWith('/one'), classify: () => ({ endpoint: 'notification', role: 'twiin-sender', organisation: '90000022' }),
    handle: (...all) => { log.push('handled'); return handle(...all); },
  };
  const kernel = createKernel({ simulators: [simulator], store: memoryStore(), clock, recorder, uuid: () => `u${log.length}`, origin: () => 'https://x.test', onError: (error) => errors.push(error), ...settings });
  return { kernel, log, errors, clock };
}
const ok = (): Reply => fhirReply(200, { resourceType: 'Bundle' });
const json = (reply: Reply): any => JSON.parse(bodyText(reply.body));

test('a message is committed before it is handled, and the answer before it leaves', async () => {
  const { kernel, log, clock } = world(() => { expect(clock.holds()).toBe(1); return ok(); });
  const { id, plan, endpoint } = await kernel.dispatch(request());
  expect([id, plan.reply.status, endpoint]).toEqual(['x1', 200, 'notification']);
  expect(log).toEqual(['arrived t1 twiin notification https://x.test/t1/one/x', 'handled', 'answered x1 200 null']);
  expect(clock.holds()).toBe(0);
});
test('a message that may not be written is refused with place, reason and remedy, and is not handled', async () => {
  const log: string[] = [];
  const recorder: Recorder = { admit: () => ({ ok: false, place: 'body.for', reason: 'not a test BSN' }), arrived: ({ admission }) => { log.push(`arrived ${admission.ok}`); return 'x'; }, answered: () => {}, ended: () => {}, connectionRefused: () => {} };
  const { kernel } = world(() => { throw new Error('must not be handled'); }, { recorder });
  const { plan } = await kernel.dispatch(request());
  expect(plan.reply.status).toBe(422);
  expect(json(plan.reply).issue[0].details.text).toMatch(/body\.for: not a test BSN.*ics\.extraBsns/);
  expect(log).toEqual(['arrived false']);
});
test.each([
  ['an unknown path', { target: '/t1/nowhere' }, 404], ['too many bytes', { method: 'POST', body: new Uint8Array(11) }, 413],
] as const)('%s is refused with an OperationOutcome', async (_name, changes, status) => {
  const { kernel, log } = world(ok, { maxBodyBytes: 10 });
  const { plan } = await kernel.dispatch(request(changes));
  expect(plan.reply.status).toBe(status);
  expect(json(plan.reply).resourceType).toBe('OperationOutcome');
  expect(log).not.toContain('handled');
});
test('a simulator that throws gives 500 without a stack, and the truth to onError', async () => {
  const { kernel, errors } = world(() => { throw new Error('secret detail'); });
  const { plan } = await kernel.dispatch(request());
  expect(plan.reply.status).toBe(500);
  expect(bodyText(plan.reply.body)).not.toMatch(/secret|at /);
  expect(errors).toEqual([new Error('secret detail')]);
});
test('a simulator that cannot classify still leads to a recorded 500', async () => {
  const broken: Simulator = { name: 'twiin', matches: () => true, classify: () => { throw new Error('classify'); }, handle: ok };
  const { kernel, log, errors } = world(ok, { simulators: [broken] });
  expect((await kernel.dispatch(request())).plan.reply.status).toBe(500);
  expect(log).toHaveLength(2);
  expect(errors).toHaveLength(1);
});
test('an armed fault is used and named in the record', async () => {
  const { kernel, log } = world(ok);
  armFault(kernel.settings.store, { id: 'notification-503', tenant: 't1', armedAt: 0, times: 1 });
  const { plan } = await kernel.dispatch(request({ method: 'POST' }));
  expect([plan.reply.status, plan.reply.headers['retry-after']]).toEqual([503, '5']);
  expect(log.at(-1)).toBe('answered x1 503 notification-503');
  expect((await kernel.dispatch(request())).plan.reply.status).toBe(200);
});
test('a fault that has nothing to change is not spent, and the message is handled once', async () => {
  const { kernel, log } = world(ok);
  armFault(kernel.settings.store, { id: 'created-without-location', tenant: 't1', armedAt: 0, times: 1 });
  await kernel.dispatch(request());
  expect(armedFaults(kernel.settings.store, 't1')).toHaveLength(1);
  expect(log.filter((line) => line === 'handled')).toHaveLength(1);
  expect(log.at(-1)).toBe('answered x1 200 null');
});
test('effects are stored before the answer is committed and run later', async () => {
  const ran: string[] = [];
  const { kernel, clock } = world(() => ({ ...ok(), effects: [{ name: 'later', afterMs: 1000, data: null }] }), { runEffect: async (effect, tenant) => { ran.push(`${effect.name} ${tenant}`); } });
  await kernel.dispatch(request());
  expect(kernel.settings.store.list('effects')).toHaveLength(1);
  await clock.advance(1000);
  await kernel.settled();
  expect(ran).toEqual(['later t1']);
});
test.each([
  ['/t1/twiin/90000022/fhir?x=/y', { tenant: 't1', path: '/twiin/90000022/fhir' }], ['/', { tenant: 't1', path: '/' }],
  ['/.well-known/oauth-authorization-server/abc/twiin/90000022', { tenant: 'abc', path: '/twiin/90000022/.well-known/oauth-authorization-server' }],
])('%s belongs to %j', (target, expected) => { expect(tenantOf(target)).toEqual(expected); });
