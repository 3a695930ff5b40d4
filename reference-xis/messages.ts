import { Decimal, jsonText } from './decimal.ts';
import type { Holding } from './holding.ts';

/** JSON as it travels; the XIS reads it with care because the other side wrote it. */
export type Json = null | boolean | number | string | Decimal | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** A request at our own listener. `target` is the request target exactly as received. */
export interface Incoming {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The hold on the clock for as long as this request is worked on. */
  readonly holding: Holding;
}
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The resource in the body, when it is one: it can still be written in another format. */
  readonly resource?: JsonObject;
  /** Work that follows the answer, for example a pull. */
  readonly after?: (holding: Holding) => Promise<void>;
}
/** A function of one endpoint. */
export type Handler = (request: Incoming) => Promise<Answer> | Answer;

/** The member as an object, or undefined when it is something else. */
export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Decimal) ? value : undefined;
}
/** The member as a list of objects; anything else counts as empty. */
export function objectsOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(objectOf).filter((entry) => entry !== undefined) : [];
}
/** The member as text, or undefined. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
/** Parses JSON without throwing. */
export function parseJson(text: string): { readonly value: Json } | undefined {
  try { return { value: JSON.parse(text) as Json }; } catch { return undefined; }
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
export function fhir(status: number, resource: JsonObject, headers: Readonly<Record<string, string>> = {}): Answer {
  return { resource, status, headers: { 'content-type': 'application/fhir+json', ...headers }, body: jsonText(resource) };
}

/** Issue codes of FHIR STU3 (value set issue-type) that we use. */
export type IssueCode = 'invalid' | 'structure' | 'business-rule' | 'not-supported' | 'not-found' | 'security' | 'login' | 'forbidden' | 'too-costly' | 'conflict' | 'multiple-matches' | 'exception' | 'informational';

/** An error answer with an OperationOutcome that says what is wrong. */
export function outcome(status: number, code: IssueCode, diagnostics: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return fhir(status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }] }, headers);
}
