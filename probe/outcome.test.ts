import { describe, expect, it } from 'vitest';
import { classifyEnd, classifyTimeout } from './outcome.ts';
import type { Progress } from './outcome.ts';

const fault = (code: string, message = code) => Object.assign(new Error(message), { code });
const secured: Progress = { connected: true, secured: true, answering: false, fresh: true, badIdentity: false };

describe('classifyEnd', () => {
  it.each([
    ['no listener', fault('ECONNREFUSED'), { ...secured, connected: false, secured: false }, 'unreachable'],
    ['no name', fault('ENOTFOUND'), { ...secured, connected: false, secured: false }, 'unreachable'],
    ['reset in the handshake', fault('ECONNRESET'), { ...secured, secured: false }, 'refused'],
    ['alert after our handshake', fault('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'), secured, 'refused'],
    ['alert with EPROTO', fault('EPROTO', 'C0:error:0A00045C:SSL routines:x:tlsv13 alert certificate required:x.c:1:SSL alert number 116'), secured, 'refused'],
    ['bare close, bad identity, new connection', fault('ECONNRESET', 'socket hang up'), { ...secured, badIdentity: true }, 'refused'],
    ['bare close, bad identity, kept connection', fault('ECONNRESET', 'socket hang up'), { ...secured, badIdentity: true, fresh: false }, 'reset'],
    ['bare close after a good certificate', fault('ECONNRESET', 'socket hang up'), secured, 'reset'],
    ['broken pipe, bad identity', fault('EPIPE'), { ...secured, badIdentity: true }, 'refused'],
    ['broken during the answer', fault('ECONNRESET', 'aborted'), { ...secured, answering: true, badIdentity: true }, 'reset'],
    ['no HTTP', fault('HPE_INVALID_CONSTANT'), { ...secured, badIdentity: true }, 'reset'],
  ] as const)('%s', (_name, error, progress, outcome) => {
    expect(classifyEnd(error, progress).outcome).toBe(outcome);
  });
  it('names the alert in the detail and leaves source lines out', () => {
    const error = fault('ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', '4027:error:0A000418:SSL routines:ssl3_read_bytes:tlsv1 alert unknown ca:../deps/rec_layer_s3.c:916:SSL alert number 48');
    expect(classifyEnd(error, secured).detail).toContain('tlsv1 alert unknown ca');
    expect(classifyEnd(error, secured).detail).not.toContain('.c:');
  });
  it('reads the first of several address errors, and anything thrown', () => {
    const aggregate = new AggregateError([fault('ECONNREFUSED', 'connect ECONNREFUSED ::1:1')], '');
    expect(classifyEnd(aggregate, { ...secured, connected: false }).detail).toContain('ECONNREFUSED');
    expect(classifyEnd('odd', secured).detail).toContain('odd');
  });
});

describe('classifyTimeout', () => {
  it.each([
    [{ ...secured, connected: false, secured: false }, 'unreachable', 'no TCP connection'],
    [{ ...secured, secured: false }, 'timeout', 'TLS handshake'],
    [secured, 'timeout', 'no answer'],
    [{ ...secured, answering: true }, 'timeout', 'not complete'],
  ] as const)('%#', (progress, outcome, words) => {
    expect(classifyTimeout(500, progress)).toMatchObject({ outcome, detail: expect.stringContaining(words) });
  });
});
