/**
 * What our simulators gave out, and what the SUT gave out to us, as plain facts for trace rules.
 * Values are the real ones: they live in the journal (owner only) and are redacted in reports.
 */
export type Grant = NotificationGrant | TokenGrant;

/** A notification with its authorization base: sent by us (`by: harness`) or by the SUT (`by: sut`). */
export interface NotificationGrant {
  readonly kind: 'notification';
  readonly by: 'harness' | 'sut';
  readonly identifier: string;
  readonly groupIdentifier: string;
  readonly authorizationBase: string | null;
  readonly senderUra: string;
  readonly receiverUra: string;
  readonly patientBsn: string;
  /** Search strings offered (valueString), as written. */
  readonly queries: readonly string[];
  /** References offered (valueReference.reference). */
  readonly resources: readonly string[];
  readonly workflowTask: string | null;
  readonly periodEnd: number | null;
  readonly cancelledAt: number | null;
  readonly at: number;
  readonly caseId: string;
}

/** An access token: issued by our authorization server to the SUT, or by the SUT's to us. */
export interface TokenGrant {
  readonly kind: 'token';
  readonly by: 'harness' | 'sut';
  readonly value: string;
  readonly organisation: string;
  readonly purpose: 'notify' | 'pull';
  readonly patientBsn: string | null;
  readonly authorizationBase: string | null;
  readonly issuedAt: number;
  readonly expiresAt: number | null;
  readonly caseId: string;
}
