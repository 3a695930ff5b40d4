import 'reflect-metadata';
import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { X509Certificate as ParsedCertificate, X509Crl } from '@peculiar/x509';
import type { Behaviour } from './behaviour.ts';

/** What is wrong with the certificate of a peer; null: nothing. */
export type PeerProblem = null | 'none' | 'revoked' | 'expired' | 'untrusted';

export interface Revocations {
  /** True when a certificate of the chain stands on the list of its issuer. */
  contains(chain: readonly X509Certificate[]): boolean;
}

/** Reads PEM revocation lists. Throws when one cannot be read: a list that is skipped in silence protects nobody. */
export function readRevocations(pems: readonly string[], misread = false): Revocations {
  const lists = pems.flatMap((text) => text.match(/-----BEGIN X509 CRL-----[^-]+-----END X509 CRL-----/g) ?? []).map((pem) => new X509Crl(pem));
  const revoked = new Set(lists.flatMap((list) => list.entries.map((entry) =>
    key(list.issuer, misread ? String(BigInt(`0x${entry.serialNumber}`)) : entry.serialNumber))));
  return {
    contains: (chain) => chain.some((certificate) => {
      if (revoked.size === 0) return false;
      return revoked.has(key(new ParsedCertificate(certificate.raw).issuer, certificate.serialNumber));
    }),
  };
}
const key = (issuer: string, serial: string) => `${issuer}\n${serial.toLowerCase().replace(/^0+(?=.)/, '')}`;

/**
 * Judges the peer of a server connection (twiin.md 4.6). Node has verified the chain and the dates against the
 * anchors; its verdict stands in `authorizationError`. Revocation is looked up here.
 */
export function judgePeer(socket: TLSSocket, revocations: Revocations): PeerProblem {
  const leaf = socket.getPeerX509Certificate();
  if (!leaf) return 'none';
  if (!socket.authorized) {
    const error = socket.authorizationError as unknown;
    const reason = error instanceof Error ? error.message : String(error);
    return /EXPIRED|NOT_YET_VALID/.test(reason) ? 'expired' : 'untrusted';
  }
  return revocations.contains(chainOf(leaf)) ? 'revoked' : null;
}

function chainOf(leaf: X509Certificate): X509Certificate[] {
  const chain = [leaf];
  for (let issuer = leaf.issuerCertificate; issuer && chain.length < 10; issuer = issuer.issuerCertificate) {
    if (chain.some((known) => known.fingerprint256 === issuer?.fingerprint256)) break;
    chain.push(issuer);
  }
  return chain;
}

/** Whether a request of this peer may go on: `close` ends the connection, `answer` refuses in HTTP (a defect). */
export function admission(problem: PeerProblem, path: string, earlierRequests: number, behaviour: Behaviour): 'pass' | 'close' | 'answer' {
  if (problem === null) return 'pass';
  const forTokens = path.startsWith('/oauth/');
  if (behaviour.defect('tls-fhir-without-certificate') && !forTokens) return 'pass';
  if (problem === 'none') {
    if (behaviour.defect('tls-accepts-no-certificate')) return 'pass';
    return behaviour.defect('tls-refuses-in-http') ? 'answer' : 'close';
  }
  if (behaviour.defect('tls-accepts-any-certificate')) return 'pass';
  if (problem === 'expired') return behaviour.defect('tls-accepts-expired') ? 'pass' : 'close';
  if (problem === 'untrusted') return behaviour.defect('tls-accepts-unknown-ca') ? 'pass' : 'close';
  if (behaviour.defect('tls-ignores-crl')) return 'pass';
  if (behaviour.defect('tls-crl-only-fhir') && forTokens) return 'pass';
  return behaviour.defect('tls-crl-first-request-passes') && earlierRequests === 0 ? 'pass' : 'close';
}

/** True when no switch asks that somebody without a good certificate gets further than the handshake. */
export function isStrict(behaviour: Behaviour): boolean {
  const lax = ['tls-accepts-no-certificate', 'tls-accepts-any-certificate', 'tls-accepts-unknown-ca', 'tls-accepts-expired', 'tls-fhir-without-certificate', 'tls-refuses-in-http'] as const;
  return !lax.some((id) => behaviour.defect(id));
}
