import { expect, test } from 'vitest';
import type { Classification, SimRequest } from '../../model/simulator.ts';
import { armFault, armedFaults, disarmFaults, matchingFaults, spendFault } from './armed-faults.ts';
import { memoryStore } from './memory-store.ts';

const request: SimRequest = { method: 'POST', target: '/t1/twiin/90000022/fhir/Task', headers: {}, body: new Uint8Array(), tls: 'not-observed' };
const about: Classification = { endpoint: 'notification', role: 'twiin-sender', organisation: '90000022' };

test('a fault is armed for a tenant and disarmed by its last use', () => {
  const store = memoryStore();
  armFault(store, { id: 'slow-answer', tenant: 't1', armedAt: 0, times: 2 });
  expect(matchingFaults(store, 't2', request, about)).toEqual([]);
  spendFault(store, matchingFaults(store, 't1', request, about)[0]!);
  expect(armedFaults(store, 't1')).toMatchObject([{ id: 'slow-answer', remaining: 1 }]);
  spendFault(store, armedFaults(store, 't1')[0]!);
  expect(armedFaults(store, 't1')).toEqual([]);
});
test.each([
  [{ endpoint: 'notification' }, 1], [{ endpoint: 'token' }, 0], [{ organisation: '90000022' }, 1], [{ organisation: '90000055' }, 0],
  [{ method: 'POST' }, 1], [{ method: 'GET' }, 0], [{ targetIncludes: '/Task' }, 1], [{ targetIncludes: 'Condition' }, 0],
])('where %j meets %i message', (where, count) => {
  const store = memoryStore();
  armFault(store, { id: 'slow-answer', tenant: 't1', armedAt: 0, where });
  expect(matchingFaults(store, 't1', request, about)).toHaveLength(count);
});
test('disarming without an id takes all of one tenant', () => {
  const store = memoryStore();
  for (const tenant of ['t1', 't2']) for (const id of ['drip', 'slow-answer']) armFault(store, { id, tenant, armedAt: 0 });
  disarmFaults(store, 't1', 'drip');
  expect(armedFaults(store, 't1').map((one) => one.id)).toEqual(['slow-answer']);
  disarmFaults(store, 't1');
  expect(armedFaults(store, 't1')).toEqual([]);
  expect(armedFaults(store, 't2')).toHaveLength(2);
});
