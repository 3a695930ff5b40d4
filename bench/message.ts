import { randomUUID } from 'node:crypto';
import { request } from 'node:https';
import { SignJWT, importJWK } from 'jose';
import type { JWK } from 'jose';
import type { Pki } from '../fixtures/pki/index.ts';
import { organisationByKey } from '../fixtures/organisations.ts';
import { queryLists } from '../fixtures/query-lists.ts';
import { composeNotification } from '../mocks/twiin/compose.ts';

const sender = organisationByKey('noord');
/** URA of the node of ours that is notified. */
export const receiver = '90000022';

/** A notification as the reference XIS would send it: twenty queries inline, some 4 kB. Each has identifiers of its own. */
export function notification(): string {
  return JSON.stringify(composeNotification({
    uuid: randomUUID, now: Date.now(), sender, receiver: { ura: receiver, name: 'Testziekenhuis Zuid' }, patientBsn: '999990019', queries: queryLists['bgz-2-alpha'].slice(0, 20),
    resources: [], mode: 'inline-inputs', authorizationBase: true, patientOnTask: true, baseUrl: '', caseId: '',
  }).task);
}
/** The whole request as bytes. */
export function requestBytes(path: string, authorization: string, body: string): Buffer {
  return Buffer.from([
    `POST ${path} HTTP/1.1`, 'host: 127.0.0.1', 'accept: application/fhir+json', 'content-type: application/fhir+json', `authorization: ${authorization}`, `content-length: ${Buffer.byteLength(body)}`, '', body,
  ].join('\r\n'));
}
/** `Bearer …` that a node of ours gives out for two signed assertions. Throws with its answer when it refuses. */
export async function bearer(origin: string, pki: Pki, tls: { readonly cert: string; readonly key: string; readonly ca: string }): Promise<string> {
  const issuer = `${origin}/t1/twiin/${receiver}`;
  const now = Math.floor(Date.now() / 1000);
  const signing = pki.signingKey('sut-sender', 'ES256');
  const sign = async (claims: Record<string, unknown>): Promise<string> => new SignJWT({ iss: 'https://bench.test', jti: randomUUID(), iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: signing.kid }).sign(await importJWK(signing.privateJwk as unknown as JWK, 'ES256'));
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await sign({ sub: 'bench', aud: `${issuer}/oauth/token` }), assertion: await sign({ sub: sender.ura, aud: issuer, patient: '999990019' }),
  }).toString();
  const url = new URL(`${issuer}/oauth/token`);
  return new Promise((resolve, reject) => {
    const sent = request({ host: url.hostname, port: url.port, path: url.pathname, method: 'POST', ...tls, headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) } }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => { text += piece.toString(); });
      answer.on('end', () => { const { access_token } = JSON.parse(text) as { access_token?: string }; if (access_token) resolve(`Bearer ${access_token}`); else reject(new Error(text)); });
    });
    sent.on('error', reject);
    sent.end(form);
  });
}
