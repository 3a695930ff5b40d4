import { jsonInBody, textInBody } from '../../model/body-content.ts';
import type { Reply } from '../../model/simulator.ts';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** A FHIR answer in JSON. */
export function fhirReply(status: number, resource: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/fhir+json; charset=utf-8', ...headers }, body: encode(resource) };
}
export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: encode(value) };
}
/** STU3 issue types that the simulators use. */
export type IssueCode = 'invalid' | 'structure' | 'security' | 'login' | 'forbidden' | 'not-found' | 'not-supported' | 'too-long' | 'conflict' | 'business-rule' | 'exception' | 'throttled' | 'transient' | 'multiple-matches';

/** An error answer: OperationOutcome with a sentence that says what was given, expected, and what to do (English, Dutch). */
export function outcomeReply(status: number, code: IssueCode, english: string, dutch: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return fhirReply(status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, details: { text: english }, diagnostics: dutch }] }, headers);
}
export function bodyText(body: Uint8Array): string { return textInBody(body); }
/** The JSON object in a body of UTF-8, or null; it is shared with whoever else reads this body, so not to be changed. */
export function sharedObject(body: Uint8Array): Readonly<Record<string, any>> | null {
  // Bytes that are no UTF-8 were read as this character, and so is the character itself.
  if (textInBody(body).includes('\uFFFD')) return bodyObject(body);
  const value = jsonInBody(body);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
}
/** The JSON object in a body, or null; a copy of one's own. */
export function bodyObject(body: Uint8Array): Record<string, any> | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch { return null; }
}
