import { createHmac, createPublicKey, randomUUID } from 'node:crypto';
import type { JsonWebKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT, generateKeyPair, importJWK } from 'jose';
import type { JWK } from 'jose';
import { callAs, testPki } from './pair.ts';
import type { Heard } from './pair.ts';

export type Flaw = 'forged' | 'none' | 'hmac' | 'expired' | 'audience';
export interface Ask {
  /** URA in sub of the grant assertion. */
  readonly ura: string;
  readonly key: 'harness-receiver' | 'harness-sender' | 'harness-third';
  readonly grant?: Readonly<Record<string, unknown>>;
  readonly clientFlaw?: Flaw;
  readonly grantFlaw?: Flaw;
  /** Seconds since the epoch. */
  readonly now: number;
  /** Use these instead of new ones. */
  readonly clientAssertion?: string;
}

/** The public part of a signing key of the harness. */
export async function publicKey(name: Ask['key']): Promise<JWK> {
  return (await testPki()).signingKey(name, 'ES256').publicJwk as JWK;
}

export async function assertion(name: Ask['key'], claims: Record<string, unknown>, now: number, flaw?: Flaw): Promise<string> {
  const pki = await testPki();
  const signing = pki.signingKey(name, 'ES256');
  const kid = signing.kid;
  const times = flaw === 'expired' ? { iat: now - 900, exp: now - 600 } : { iat: now, exp: now + 60 };
  const payload = { jti: randomUUID(), ...times, ...claims, ...(flaw === 'audience' ? { aud: 'https://elders.example/oauth/token' } : {}) };
  if (flaw === 'none') return new UnsecuredJWT(payload).encode();
  if (flaw === 'hmac') {
    const secret = createPublicKey({ key: signing.publicJwk as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
    const text = [{ typ: 'JWT', alg: 'HS256', kid }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const key = flaw === 'forged' ? (await generateKeyPair('ES256')).privateKey : await importJWK(signing.privateJwk as JWK, 'ES256');
  return new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'ES256', kid }).sign(key);
}

/** Asks the XIS for a token as one of the harness's clients. */
export async function askToken(origin: string, ask: Ask): Promise<Heard & { readonly token: string; readonly clientAssertion: string }> {
  const clientAssertion = ask.clientAssertion ?? await assertion(ask.key, { iss: 'https://client.example', sub: 'client', aud: `${origin}/oauth/token` }, ask.now, ask.clientFlaw);
  const grant = await assertion(ask.key, { iss: 'https://client.example', sub: ask.ura, aud: origin, ...ask.grant }, ask.now, ask.grantFlaw);
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: grant,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: clientAssertion,
  });
  const heard = await callAs(ask.key, 'POST', `${origin}/oauth/token`, { 'content-type': 'application/x-www-form-urlencoded' }, form.toString());
  return { ...heard, clientAssertion, token: heard.status < 300 ? String((JSON.parse(heard.text) as { access_token: string }).access_token) : '' };
}
