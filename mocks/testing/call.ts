import { callDirect } from '../hosts/direct.ts';
import type { Simulators } from '../index.ts';

export interface Answer { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly text: string; readonly json: any }

/** One call without a network, with the body read as JSON where it is JSON. */
export async function call(simulators: Simulators, url: string, options: { readonly method?: string; readonly token?: string; readonly body?: unknown; readonly headers?: Record<string, string> } = {}): Promise<Answer> {
  const { method = 'GET', token, body } = options;
  const fhir: Record<string, string> = body !== undefined && typeof body !== 'string' ? { 'content-type': 'application/fhir+json' } : {};
  const reply = await callDirect(simulators.kernel, {
    method, url, body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    headers: { ...fhir, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...options.headers },
  });
  const text = new TextDecoder().decode(reply.body);
  let json: unknown = null;
  try { json = JSON.parse(text); } catch { /* not every answer is JSON */ }
  return { status: reply.status, headers: reply.headers, text, json };
}
/** The answer to a right token request, or to one with other claims. */
export async function askToken(simulators: Simulators, node: 'zuid' | 'west' | 'oost', claims: Parameters<Simulators['tokenRequest']>[1] = {}): Promise<Answer> {
  const body = await simulators.tokenRequest(node, claims);
  return call(simulators, simulators.node(node).tokenEndpoint, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
}
/** A notification to the organisation under test and a token with which it may pull what was offered. */
export async function offered(simulators: Simulators, options: Partial<Parameters<Simulators['notification']>[0]> = {}): Promise<{ readonly composed: ReturnType<Simulators['notification']>; readonly token: string; readonly base: string }> {
  const composed = simulators.notification({ receiverUra: '90000011', ...options });
  const { json } = await askToken(simulators, 'west', { authorizationBase: composed.grant.authorizationBase ?? undefined, patient: composed.grant.patientBsn });
  return { composed, token: json.access_token, base: simulators.node('west').fhirBase };
}
