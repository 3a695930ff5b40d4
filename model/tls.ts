/** How a peer certificate fared against the trust anchors, the clock and the CRLs. */
export type CertificateStatus =
  | 'trusted' | 'unknown-issuer' | 'expired' | 'not-yet-valid' | 'revoked' | 'invalid';

/** What a host saw of a peer certificate. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  /** SHA-256 of the DER, lower-case hex without colons. */
  readonly fingerprint256: string;
  /** SHA-256 of the SubjectPublicKeyInfo, lower-case hex. */
  readonly publicKey256: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly subjectAltName: string;
  /** URA from the UZI otherName (2.5.5.5), 8 digits, when present. */
  readonly ura?: string;
  readonly status: CertificateStatus;
}

/** `not-observed`: the host cannot see TLS (MSW, or TLS ends at a proxy); rules that need it are not tested. */
export type TlsFacts = 'not-observed' | {
  readonly protocol: string;
  readonly cipher: string;
  readonly peer: CertificateFacts | null;
};
