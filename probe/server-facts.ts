import { checkServerIdentity } from 'node:tls';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import { certificateFacts } from '../fixtures/pki/facts.ts';
import type { CertificateFacts, TlsFacts } from '../model/tls.ts';

export interface ServerTrust { readonly anchors: string; readonly crls: readonly string[]; readonly now: number }
export interface ServerFacts {
  readonly tls: TlsFacts;
  /** Says that the certificate is for another host; null when it fits or there is none. */
  readonly hostMismatch: string | null;
}

/** What a finished handshake showed of the server. `host` without brackets. Never throws. */
export function serverFacts(socket: TLSSocket, host: string, trust: ServerTrust): ServerFacts {
  const certificate = peerCertificate(socket);
  const peer = certificate ? factsOf(certificate, trust) : null;
  return {
    tls: { protocol: socket.getProtocol() ?? '', cipher: socket.getCipher()?.name ?? '', peer },
    hostMismatch: certificate ? mismatch(host, certificate) : null,
  };
}

function factsOf(certificate: DetailedPeerCertificate, trust: ServerTrust): CertificateFacts {
  return certificateFacts(chainOf(certificate), trust);
}
/** Leaf first. A root refers to itself, so the walk ends at a certificate that was seen. */
function chainOf(leaf: DetailedPeerCertificate): Uint8Array[] {
  const chain: DetailedPeerCertificate[] = [];
  for (let next: DetailedPeerCertificate | undefined = leaf; next?.raw && !chain.some((one) => one.raw.equals(next!.raw)); next = next.issuerCertificate) chain.push(next);
  return chain.map((one) => one.raw);
}
function peerCertificate(socket: TLSSocket): DetailedPeerCertificate | null {
  try {
    const certificate = socket.getPeerCertificate(true);
    return certificate?.raw ? certificate : null;
  } catch {
    // A socket that is already destroyed has nothing left to tell.
    return null;
  }
}
function mismatch(host: string, certificate: DetailedPeerCertificate): string | null {
  try {
    return checkServerIdentity(host, certificate) ? `the server certificate is not for ${host} (it names ${certificate.subjectaltname || 'no host'})` : null;
  } catch {
    return `the names in the server certificate are not readable`;
  }
}
