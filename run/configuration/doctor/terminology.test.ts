import { expect, test } from 'vitest';
import type { Pki } from '../../../fixtures/pki/index.ts';
import { terminologyChecks } from './terminology.ts';
import { claimWith, fakeTools } from './test-support.ts';

const look = (reply: { status: number; text: string } | { problem: string }, server?: string) => {
  const asked: string[] = [];
  const tools = fakeTools({} as Pki, { callPlain: async (call) => { asked.push(`${call.method} ${call.url} ${call.secret}`); return reply; } });
  return terminologyChecks({ ...claimWith(), terminologyServer: server }, tools).then((checks) => ({ checks, asked }));
};
test('none configured: nothing is asked', async () => {
  expect(await look({ status: 200, text: '' })).toEqual({ checks: [], asked: [] });
});
test('one that answers is good, any other is a warning: codes then stay not checked', async () => {
  expect(await look({ status: 200, text: '{}' }, 'https://tx.example/fhir')).toMatchObject({ checks: [{ id: 'terminology', ok: true }], asked: ['GET https://tx.example/fhir/metadata null'] });
  expect((await look({ status: 503, text: '' }, 'https://tx.example/fhir')).checks).toMatchObject([{ ok: 'warning', detail: { en: 'does not answer well (status 503)' } }]);
  expect((await look({ problem: 'ECONNREFUSED' }, 'https://tx.example/fhir')).checks).toMatchObject([{ ok: 'warning', detail: { en: expect.stringContaining('ECONNREFUSED') } }]);
});
