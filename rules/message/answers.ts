import type { Exchange } from '../../model/exchange.ts';
import { isObject, jsonOf, objects, stringOf, type Json } from './body.ts';
import { success } from './select.ts';

/** Access token that a token response gives, or null. */
export function tokenGiven(exchange: Exchange): string | null {
  return success(exchange) ? stringOf(jsonOf(exchange, 'response')?.access_token) : null;
}
/** OAuth error code of a refusal, or null (RFC 6749 section 5.2). */
export function oauthError(exchange: Exchange): string | null { return stringOf(jsonOf(exchange, 'response')?.error); }

/** Resources of an answer with their path: entries of a Bundle, or the one resource that was read. */
export interface Held { readonly resource: Json; readonly path: string; readonly included: boolean }
export function resourcesOf(exchange: Exchange): readonly Held[] {
  const body = jsonOf(exchange, 'response');
  if (body === null || typeof body.resourceType !== 'string') return [];
  if (body.resourceType !== 'Bundle') return [{ resource: body, path: body.resourceType, included: false }];
  const entries = Array.isArray(body.entry) ? body.entry : [];
  return entries.flatMap((entry: unknown, index) => {
    const holder = isObject(entry) ? entry : {};
    const included = isObject(holder.search) && holder.search.mode === 'include';
    return isObject(holder.resource) ? [{ resource: holder.resource, path: `Bundle.entry[${index}].resource`, included }] : [];
  });
}
/** Resources that hold data: an OperationOutcome, or an error answer, is none. */
export function dataIn(exchange: Exchange): readonly Held[] {
  return success(exchange) ? resourcesOf(exchange).filter(({ resource }) => resource.resourceType !== 'OperationOutcome') : [];
}
/** True when a successful answer gives anything away: resources, or a body that we cannot read as FHIR JSON. */
export function givesData(exchange: Exchange): boolean {
  if (!success(exchange) || (exchange.response?.body.length ?? 0) === 0) return false;
  return jsonOf(exchange, 'response') === null || dataIn(exchange).length > 0;
}
/** An OperationOutcome with at least one issue that has severity and code. */
export function isOperationOutcome(body: Json | null): boolean {
  return body?.resourceType === 'OperationOutcome'
    && objects(body.issue).some((issue) => stringOf(issue.severity) !== null && stringOf(issue.code) !== null);
}
/** 404 for a search that does not say that the type is unsupported: "nothing found" in the wrong words (bgz-nen7540.md 6). */
export function saysNotFound(exchange: Exchange): boolean {
  const issues = objects(jsonOf(exchange, 'response')?.issue);
  return exchange.response?.status === 404 && !issues.some((issue) => issue.code === 'not-supported');
}
/** Entries that count as match: search.mode match, or no search element. */
export function matchesIn(bundle: Json): number {
  return objects(bundle.entry).filter((entry) => {
    const mode = (entry.search as Json | undefined)?.mode;
    return (mode === undefined || mode === 'match') && (entry.resource as Json | undefined)?.resourceType !== 'OperationOutcome';
  }).length;
}
export function linkOf(bundle: Json, relation: string): string | null {
  return stringOf(objects(bundle.link).find((link) => link.relation === relation)?.url);
}
