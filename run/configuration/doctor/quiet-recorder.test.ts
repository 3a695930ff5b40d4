import { describe, expect, it } from 'vitest';
import { quietRecorder } from './quiet-recorder.ts';

describe('quietRecorder', () => {
  it('gives back what it was told and keeps nothing', () => {
    const recorder = quietRecorder();
    const id = recorder.begin({
      simulator: 'twiin', organisation: '90000022', endpoint: 'metadata', role: 'twiin-sender', tenant: 't1', at: 1, stimulus: { valid: true }, case: null,
      request: { method: 'GET', target: '/', url: 'https://x.example/', headers: {}, body: new Uint8Array() },
    });
    const end = { at: 2, response: null, transport: { outcome: 'timeout', detail: 'late' }, tls: 'not-observed' } as const;
    expect(recorder.end(id, end)).toMatchObject({ id, side: 'probe', startedAt: 1, endedAt: 2, transport: { outcome: 'timeout' } });
    expect(() => recorder.end(id, end)).toThrow('ended twice');
  });
});
