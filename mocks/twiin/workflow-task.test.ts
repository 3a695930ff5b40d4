import { expect, test } from 'vitest';
import { createSimulators, type Simulators } from '../index.ts';
import { call, offered, type Answer } from '../testing/call.ts';

async function withTask(): Promise<{ readonly simulators: Simulators; readonly id: string; readonly ask: (method: string, path: string, body?: unknown) => Promise<Answer> }> {
  const simulators = await createSimulators();
  const { composed, token, base } = await offered(simulators, { mode: 'workflow-task', persona: 'volledig' });
  const id = composed.task.basedOn[0].reference.split('/')[1];
  return { simulators, id, ask: (method, path, body) => call(simulators, `${base}/${path}`, { method, token, body }) };
}
test('the Workflow Task holds the queries, and no BSN when no user asked', async () => {
  const { id, ask } = await withTask();
  const { status, json, text } = await ask('GET', `Task/${id}`);
  expect([status, json.id, json.intent, json.status]).toEqual([200, id, 'order', 'requested']);
  expect(json.input.length).toBeGreaterThan(10);
  expect(text).not.toContain('NamingSystem/bsn');
});
test('the receiver changes the status and nothing else', async () => {
  const { id, ask } = await withTask();
  const task = (await ask('GET', `Task/${id}`)).json;
  expect((await ask('PUT', `Task/${id}`, { ...task, status: 'received', intent: 'plan' })).json).toMatchObject({ status: 'received', intent: 'order' });
  expect((await ask('PUT', `Task/${id}`, { ...task, status: 'klaar' })).status).toBe(422);
  expect((await ask('PUT', `Task/${id}`, { ...task, id: 'x' })).status).toBe(400);
  expect((await ask('DELETE', `Task/${id}`)).status).toBe(405);
});
test.each(['rejected', 'cancelled', 'completed'])('after %s the data are closed and the Task is not', async (status) => {
  const { id, ask } = await withTask();
  expect((await ask('GET', 'Condition')).status).toBe(200);
  await ask('PUT', `Task/${id}`, { ...(await ask('GET', `Task/${id}`)).json, status });
  expect((await ask('GET', 'Condition')).status).toBe(403);
  expect((await ask('GET', `Task/${id}`)).json.status).toBe(status);
});
test('the Task of somebody else does not exist', async () => {
  const { simulators, ask } = await withTask();
  const other = simulators.notification({ receiverUra: '90000011', mode: 'workflow-task' });
  expect((await ask('GET', other.task.basedOn[0].reference)).status).toBe(404);
  expect((await ask('GET', 'Task/bestaat-niet')).json.resourceType).toBe('OperationOutcome');
});
