import { expect, test } from 'vitest';
import type { Exchange, Headers, JournalEntry } from '../model/exchange.ts';
import { LONGEST_BODY } from './redact-body.ts';
import { scrubResult, viewOf, viewsOf } from './redact.ts';
import { sampleResult } from './sample.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const SIGNATURE = Buffer.from('signature that must never be shown').toString('base64url');
const BASE = 'YjU2ZjA1ZGEtNGU5MS00YzQ5';
const OPAQUE = 'opaque.AT/7f3a9c52e1d84b60';
const jwt = (claims: object): string => `${part({ alg: 'ES256', typ: 'JWT', kid: 'k1' })}.${part(claims)}.${SIGNATURE}`;
const CLIENT = jwt({ iss: 'https://xis.example', jti: '1' });
const GRANT = jwt({ sub: '90000011', patient: '999990019', authorization_base: BASE });

interface Given { readonly target?: string; readonly headers?: Headers; readonly body?: string | Uint8Array; readonly answer?: { readonly headers?: Headers; readonly body?: string | Uint8Array } }
function exchange(given: Given): Exchange {
  const body = (value: string | Uint8Array | undefined): Uint8Array => (typeof value === 'string' ? bytes(value) : (value ?? new Uint8Array()));
  const target = given.target ?? '/t1/twiin/90000022/fhir/Task';
  return {
    kind: 'exchange', id: 'x-1', seq: 1, side: 'simulator', simulator: 'twiin', organisation: '90000022', endpoint: 'notification', role: 'twiin-sender', tenant: 't1',
    startedAt: 1000, endedAt: 1012, request: { method: 'POST', target, url: `https://sim.example${target}`, headers: given.headers ?? {}, body: body(given.body) },
    response: given.answer === undefined ? null : { status: 200, headers: given.answer.headers ?? {}, body: body(given.answer.body) },
    transport: { outcome: 'answered' }, tls: 'not-observed', stimulus: { valid: true }, fault: null, case: null,
  };
}
const JSON_TYPE = { 'content-type': 'application/fhir+json' };
const task = (base: string): object => ({
  resourceType: 'Task',
  input: [
    { type: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code: 'authorization-base' }] }, valueString: base },
    { type: { coding: [{ code: 'search' }] }, valueString: 'Condition?category=problem' },
  ],
});

test('a token request shows both assertions decoded, without signature or authorization base', () => {
  const form = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: GRANT, client_assertion: CLIENT, client_secret: 'hunter2-hunter2' });
  const view = viewOf(exchange({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: form.toString() }));
  const all = JSON.stringify(view);
  for (const secret of [SIGNATURE, BASE, GRANT, CLIENT, 'hunter2-hunter2']) expect(all).not.toContain(secret);
  expect(view.tokens.map((token) => token.name)).toEqual(['assertion', 'client_assertion']);
  expect(view.tokens[0]).toMatchObject({ header: { kid: 'k1' }, claims: { sub: '90000011', authorization_base: expect.stringMatching(/^YjU2…[0-9a-f]{8}$/) } });
  expect(view.requestBody).toContain('grant_type = urn:ietf:params:oauth:grant-type:jwt-bearer');
  expect(view.requestBody).toContain('"jti": "1"');
});

test('a token answer hides the access token', () => {
  const view = viewOf(exchange({ answer: { headers: { 'content-type': 'application/json', 'set-cookie': 'sid=abcdefgh12345678' }, body: JSON.stringify({ access_token: OPAQUE, token_type: 'Bearer', expires_in: 300 }) } }));
  expect(JSON.stringify(view)).not.toContain(OPAQUE);
  expect(JSON.stringify(view)).not.toContain('abcdefgh12345678');
  expect(view.responseBody).toMatch(/"access_token": "opaq…[0-9a-f]{8}"/);
  expect(view.responseBody).toContain('"token_type": "Bearer"');
});

test('an access token that is a JWT is decoded without signature', () => {
  const view = viewOf(exchange({ headers: { authorization: `Bearer ${GRANT}` }, answer: { headers: JSON_TYPE, body: JSON.stringify({ access_token: CLIENT }) } }));
  expect(JSON.stringify(view)).not.toContain(SIGNATURE);
  expect(view.requestHeaders.authorization).toMatch(/^Bearer eyJh…[0-9a-f]{8}$/);
  expect(view.tokens[0]).toMatchObject({ name: 'authorization', claims: { patient: '999990019' } });
  expect(view.responseBody).toContain('"iss": "https://xis.example"');
});

test.each([['Bearer'], ['Basic'], ['GtK-Private']])('an Authorization header with %s shows only the scheme', (scheme) => {
  const view = viewOf(exchange({ headers: { authorization: `${scheme} ${OPAQUE}`, 'x-api-key': OPAQUE, cookie: `a=${OPAQUE}` } }));
  expect(JSON.stringify(view)).not.toContain(OPAQUE);
  expect(view.requestHeaders.authorization).toMatch(new RegExp(`^${scheme} opaq…[0-9a-f]{8}$`));
});

test('an authorization base in a Task is hidden and the other inputs stay', () => {
  const view = viewOf(exchange({ headers: JSON_TYPE, body: JSON.stringify(task(BASE)) }));
  expect(view.requestBody).not.toContain(BASE);
  expect(view.requestBody).toContain('Condition?category=problem');
});

test.each([
  ['a nested Bundle', JSON.stringify({ entry: [{ resource: { contained: [task(BASE)] } }] }), JSON_TYPE],
  ['JSON in a JSON string', JSON.stringify({ wrapped: JSON.stringify(task(BASE)) }), JSON_TYPE],
  ['JSON that was cut off', JSON.stringify(task(BASE)).slice(0, -20), JSON_TYPE],
  ['XML', `<Task><input><type><coding><code value="authorization-base"/></coding></type><valueString value="${BASE}"/></input></Task>`, { 'content-type': 'application/fhir+xml' }],
  ['JSON under another content type', JSON.stringify(task(BASE)), { 'content-type': 'text/plain' }],
  ['a parameter with that name', JSON.stringify({ parameter: [{ name: 'authorization-base', valueString: BASE }] }), JSON_TYPE],
  ['a claim', JSON.stringify({ a: [{ authorization_base: { value: [BASE] } }] }), JSON_TYPE],
  ['a form', `authorization_base=${BASE}&x=1`, { 'content-type': 'application/x-www-form-urlencoded' }],
])('hides an authorization base in %s', (_where, body, headers) => {
  expect(JSON.stringify(viewOf(exchange({ headers, body })))).not.toContain(BASE);
});

test.each([
  ['free text', `the token was ${GRANT}, refused`],
  ['a string deep in JSON', JSON.stringify({ issue: [{ diagnostics: `refused: ${GRANT}` }] })],
  ['a member name', JSON.stringify({ [GRANT]: 1 })],
  ['JSON that is only a string', JSON.stringify(GRANT)],
  ['broken JSON', `{"assertion": "${GRANT}`],
  ['a JWT in a JWT', jwt({ inner: GRANT })],
])('no signature survives in %s', (_where, body) => {
  const view = viewOf(exchange({ headers: { 'content-type': 'application/json' }, body }));
  expect(JSON.stringify(view)).not.toContain(SIGNATURE);
  expect(JSON.stringify(view)).not.toContain(BASE);
});

test('secrets in addresses go and the rest of the address stays exactly as sent', () => {
  const target = `/t1/fhir/Condition?code=a%7Cb&access_token=${encodeURIComponent(OPAQUE)}&back=${encodeURIComponent(`https://u:pw@x.example/?id_token=${OPAQUE}&jwt=${GRANT}`)}`;
  const view = viewOf(exchange({ target, answer: { headers: { location: `https://x.example/Task/1?access_token=${OPAQUE}` } } }));
  expect(view.target).toMatch(/^\/t1\/fhir\/Condition\?code=a%7Cb&access_token=opaq…/);
  for (const secret of [OPAQUE, encodeURIComponent(OPAQUE), SIGNATURE, 'u:pw', BASE]) expect(JSON.stringify(view)).not.toContain(secret);
  expect(viewOf(exchange({ target: '/t1/fhir/Patient?identifier=x%7C999990019&_include=a:b+c' })).target).toBe('/t1/fhir/Patient?identifier=x%7C999990019&_include=a:b+c');
});

test('a secret that is echoed at another place, or in another exchange, is hidden there too', () => {
  const asked = exchange({ headers: { authorization: `Bearer ${OPAQUE}` } });
  const echoed = exchange({ answer: { headers: JSON_TYPE, body: JSON.stringify({ issue: [{ diagnostics: `unknown: ${OPAQUE}` }] }) } });
  expect(JSON.stringify(viewOf({ ...asked, response: echoed.response }))).not.toContain(OPAQUE);
  expect(JSON.stringify(viewsOf([echoed, asked]))).not.toContain(OPAQUE);
});

test('the longest secret goes first, also when one begins with another', () => {
  const long = `${OPAQUE}-and-more`;
  const view = viewOf(exchange({ headers: { 'x-token': OPAQUE, 'x-secret': long, 'x-note': `${long};${OPAQUE}${OPAQUE}` } }));
  expect(view.requestHeaders['x-note']).toMatch(/^opaq…[0-9a-f]{8};opaq…[0-9a-f]{8}opaq…[0-9a-f]{8}$/);
});

test('thousands of tokens in large bodies take seconds, not minutes', () => {
  const started = process.hrtime.bigint();
  const many = Array.from({ length: 1000 }, (_, i) => exchange({ headers: { authorization: `Bearer opaque-${i}-${'x'.repeat(30)}` }, answer: { headers: JSON_TYPE, body: JSON.stringify({ a: 'y'.repeat(8000) }) } }));
  expect(viewsOf(many)).toHaveLength(1000);
  expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(20);
});

test('private keys never appear', () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49\n-----END PRIVATE KEY-----';
  const whole = viewOf(exchange({ headers: JSON_TYPE, body: JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', x: 'public-x', d: 'private-d-value' }], note: pem }) }));
  expect(whole.requestBody).toContain('public-x');
  expect(whole.requestBody).not.toContain('private-d-value');
  expect(whole.requestBody).not.toContain('MIGHAgEAMBMGByqGSM49');
  expect(viewOf(exchange({ body: pem.slice(0, 50) })).requestBody).toBe('[private key removed]');
});

test('a long body is cut after redaction and says how much is missing', () => {
  const body = JSON.stringify({ text: 'x'.repeat(LONGEST_BODY - 40), assertion: GRANT });
  const view = viewOf(exchange({ headers: JSON_TYPE, body }));
  expect(view.requestBody).toMatch(/… \[cut: \d+ of \d+ characters not shown\]$/);
  expect(view.requestBody.length).toBeLessThan(LONGEST_BODY + 100);
  expect(view.requestBody).not.toContain(SIGNATURE.slice(0, 12));
});

test('what is not UTF-8 is summed up', () => {
  const view = viewOf(exchange({ body: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...bytes(`access_token=${OPAQUE}`)]) }));
  expect(view.requestBody).toMatch(/^\[binary or not UTF-8: 43 bytes, SHA-256 [0-9a-f]{16}…, begins with ff d8 ff e0 /);
  expect(viewOf(exchange({ body: 'a\u0000b' })).requestBody).toContain('3 bytes');
});

test('hostile JSON is shown, not died of', () => {
  const deep = viewOf(exchange({ headers: JSON_TYPE, body: `${'['.repeat(200_000)}${']'.repeat(200_000)}` }));
  expect(deep.requestBody).not.toBe('');
  expect(viewOf(exchange({ headers: JSON_TYPE, body: `${'{"type":'.repeat(3000)}"${OPAQUE}"${'}'.repeat(3000)}` })).requestBody).not.toBe('');
  expect(viewOf(exchange({ headers: JSON_TYPE, body: '{"__proto__":{"x":1},"n":1.0}' })).requestBody).toContain('"__proto__"');
});

test('numbers stay as they were written', () => {
  expect(viewOf(exchange({ headers: JSON_TYPE, body: '{"value":1.0,"big":12345678901234567890}' })).requestBody).toBe('{\n  "value": 1.0,\n  "big": 12345678901234567890\n}');
});

test('a withheld exchange shows place and reason only', () => {
  const secret = exchange({ target: '/Patient?identifier=123456782', headers: { ...JSON_TYPE, 'x-note': '123456782' }, body: '123456782', answer: { headers: { location: '/123456782' }, body: '123456782' } });
  const view = viewOf({ ...secret, withheld: { place: 'Patient.identifier', reason: 'BSN outside the table', keyedHash: 'deadbeefdeadbeef' } });
  expect(view.requestBody).toBe('[withheld] Patient.identifier: BSN outside the table');
  expect(JSON.stringify(view)).not.toContain('123456782');
  expect(JSON.stringify(view)).not.toContain('deadbeefdeadbeef');
  expect(view).toMatchObject({ target: '[withheld]', requestHeaders: {}, responseHeaders: {}, responseBody: '', tokens: [] });
});

test('connections, triggers and attestations have a view', () => {
  const entries: readonly JournalEntry[] = [
    { kind: 'connection', id: 'c-1', seq: 1, at: 5, host: 'sim.example', remote: '192.0.2.1', tls: 'not-observed', reason: 'no-client-certificate', detail: '', case: null },
    { kind: 'trigger', id: 't-1', seq: 2, at: 6, action: 'send', outcome: 'failed', message: `Bearer ${OPAQUE}`, case: null },
    { kind: 'attestation', id: 'a-1', seq: 3, at: 7, question: 'ZAB-028', answer: 'yes', by: 'A. Tester', note: 'seen', case: { id: 'c', attempt: 1 } },
  ];
  const [connection, trigger, attestation] = viewsOf(entries);
  expect(connection).toMatchObject({ direction: 'connection', transport: 'no-client-certificate', target: 'sim.example (192.0.2.1)' });
  expect(trigger).toMatchObject({ method: 'TRIGGER', target: 'send', transport: 'failed', responseBody: expect.not.stringContaining(OPAQUE) });
  expect(attestation).toMatchObject({ method: 'ATTEST', target: 'ZAB-028', responseBody: 'yes (A. Tester): seen' });
});

test('TLS facts and stimulus are told in words', () => {
  const peer = { subject: 'CN=xis', issuer: 'CN=CA', serialNumber: '1', fingerprint256: 'ab'.repeat(32), publicKey256: '', validFrom: 'a', validTo: 'b', subjectAltName: '', ura: '90000011', status: 'trusted' as const };
  const view = viewOf({ ...exchange({}), tls: { protocol: 'TLSv1.3', cipher: 'X', peer }, stimulus: { valid: false, name: 'no-token', expects: 'refuse-data' } });
  expect(view.tls).toContain('peer CN=xis (trusted, URA 90000011)');
  expect(view.stimulus).toBe('no-token (refuse-data)');
});

test('a secret of the journal is found in a finding without its name', () => {
  const result = sampleResult();
  const quoted = { ...result, findings: result.findings.map((each) => ({ ...each, actual: `echoed ${BASE}` })) };
  const journal = [exchange({ headers: JSON_TYPE, body: JSON.stringify(task(BASE)) })];
  expect(JSON.stringify(scrubResult(quoted, journal))).not.toContain(BASE);
});

test('the words of a requirement are never touched', () => {
  const result = sampleResult();
  const statement = 'Clients authenticate with a JWT bearer grant/assertion (RFC 7523).';
  const requirements = result.requirements.map((each) => ({ ...each, requirement: { ...each.requirement, statement } }));
  expect(scrubResult({ ...result, requirements }).requirements).toEqual(requirements);
});

test('a result is scrubbed of what a rule quoted too much, and prose stays prose', () => {
  const result = sampleResult();
  const first = result.findings[0];
  if (first === undefined) throw new Error('the sample has findings');
  const prose = 'access_token: ontbreekt; a Bearer authentication header was expected';
  const scrubbed = scrubResult({ ...result, findings: [{ ...first, actual: `Bearer ${OPAQUE} and ${GRANT}` }], harnessErrors: [prose] });
  expect(scrubbed.findings[0]?.actual).toMatch(/^Bearer opaq…[0-9a-f]{8} and \[JWT eyJh…[0-9a-f]{8}\]$/);
  expect(scrubbed.harnessErrors).toEqual([prose]);
  expect(scrubResult(result)).toEqual(result);
});
