import { expect, test } from 'vitest';
import type { SimRequest } from '../../model/simulator.ts';
import { memoryRecorder } from './memory-recorder.ts';

const message = (bsn: string): SimRequest => ({
  method: 'POST', target: `/t1/x?patient.identifier=http://fhir.nl/fhir/NamingSystem/bsn%7C${bsn}`, headers: { a: 'b' }, body: new TextEncoder().encode('{"x":1}'), tls: 'not-observed',
});
function arrive(recorder: ReturnType<typeof memoryRecorder>['recorder'], request: SimRequest): string {
  return recorder.arrived({ request, url: `https://x.test${request.target}`, about: { endpoint: 'resource', role: 'twiin-receiver', organisation: '90000044' }, simulator: 'twiin', tenant: 't1', at: 0, admission: recorder.admit(request) });
}
test('a message with a test BSN is kept whole, with the answer', () => {
  const { recorder, received } = memoryRecorder();
  const id = arrive(recorder, message('999990019'));
  recorder.answered(id, { response: { status: 200, headers: {}, body: new Uint8Array() }, fault: 'drip', at: 1 });
  expect(received).toMatchObject([{ method: 'POST', headers: { a: 'b' }, body: { x: 1 }, endpoint: 'resource', status: 200, fault: 'drip' }]);
});
test('a BSN outside the table is nowhere in what is kept', () => {
  const { recorder, received } = memoryRecorder();
  arrive(recorder, message('123456782'));
  expect(received[0]).toMatchObject({ body: null, headers: {}, withheld: { place: expect.any(String) } });
  expect(JSON.stringify(received)).not.toContain('123456782');
});
test('a fictitious BSN of the caller is accepted', () => {
  const { recorder, received } = memoryRecorder({ extraBsns: ['123456782'] });
  arrive(recorder, message('123456782'));
  expect(received[0]!.withheld).toBeUndefined();
});
