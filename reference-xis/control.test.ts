import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrigger } from './control.ts';
import { callAs, control, noord, startPair, zuid } from './testing/pair.ts';
import type { Pair } from './testing/pair.ts';

let pair: Pair;
beforeAll(async () => { pair = await startPair(); });
afterAll(async () => { await pair.close(); });

describe('the control interface', () => {
  const good = { action: 'send', patientBsn: '999990160', actingUra: noord, otherUra: zuid };
  it('asks for the secret', async () => {
    expect((await control('POST', pair.sender.controlUrl, good, 'fout')).status).toBe(401);
    expect((await control('GET', pair.sender.accessLogUrl, undefined, '')).status).toBe(401);
  });
  it('refuses other methods, addresses and instants', async () => {
    expect((await control('GET', pair.sender.controlUrl)).status).toBe(405);
    expect((await control('POST', pair.sender.controlUrl.replace('trigger', 'iets'), {})).status).toBe(404);
    expect((await control('GET', `${pair.sender.accessLogUrl}?since=gisteren`)).status).toBe(400);
  });
  it('reads the access log since an instant', async () => {
    expect((await control('GET', `${pair.sender.accessLogUrl}?since=2999-01-01T00:00:00Z`)).body).toEqual([]);
  });
  it('bounds the body', async () => {
    const status = await new Promise<number>((resolve) => {
      const sending = request(pair.sender.controlUrl, { method: 'POST', headers: { authorization: 'Bearer geheim-van-de-test' } }, (response) => { response.resume(); resolve(response.statusCode ?? 0); });
      sending.on('error', () => resolve(413));
      sending.end('x'.repeat(1024 * 1024 + 1));
    });
    expect(status).toBe(413);
  });
  it.each(['', '[]', '{', '{"action":"dansen"}', '{"action":"send"}', JSON.stringify({ ...good, action: 'pull' }), JSON.stringify({ ...good, availableForSeconds: -1 })])('explains %s', (text) => {
    expect(readTrigger(text)).toEqual(expect.any(String));
  });
  it('reads a trigger', () => { expect(readTrigger(JSON.stringify({ ...good, availableForSeconds: 60 }))).toEqual({ ...good, availableForSeconds: 60 }); });
});

describe('malformed requests at the listener', () => {
  it.each([['POST', '/oauth/token'], ['GET', '/'], ['GET', '/fhir/%ZZ'], ['DELETE', '/fhir/Condition'], ['HEAD', '/fhir/Condition'], ['PUT', '/fhir/Task'], ['POST', '/fhir/Task'], ['GET', '/fhir//'], ['POST', '/jwks']])('%s %s gets a 4xx', async (method, path) => {
    const heard = await callAs('harness-receiver', method, `${pair.sender.origin}${path}`, {}, method === 'POST' ? '\u0000{[' : undefined);
    expect(heard.status).toBeGreaterThanOrEqual(400);
    expect(heard.status).toBeLessThan(500);
  });
  it('shows keys, metadata and capabilities without token', async () => {
    const get = async (path: string) => JSON.parse((await callAs('harness-receiver', 'GET', `${pair.sender.origin}${path}`)).text) as Record<string, unknown>;
    expect((await get('/jwks'))['keys']).toEqual(pair.sender.jwks.keys);
    expect(JSON.stringify(pair.sender.jwks)).not.toContain('"d"');
    expect(await get('/.well-known/oauth-authorization-server')).toMatchObject({ issuer: pair.sender.origin, token_endpoint: `${pair.sender.origin}/oauth/token` });
    expect(await get('/fhir/metadata')).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '3.0.2' });
  });
});
