import type { Answer, Handler, Incoming, JsonObject } from './messages.ts';
import { fhir, json, outcome } from './messages.ts';
import type { Behaviour } from './behaviour.ts';
import { represented } from './formats.ts';

export interface RouteTargets {
  readonly behaviour: Behaviour;
  readonly jwks: { readonly keys: readonly unknown[] };
  readonly name: string;
  readonly algorithms: readonly string[];
  issuer(): string;
  token(request: Incoming): Promise<Answer>;
  notification(request: Incoming): Answer;
  resource(request: Incoming, path: string): Answer;
}

/** From address to function. */
export function routes(targets: RouteTargets): Handler {
  return async (request) => dress(represented(await route(request, targets), request, targets.behaviour), targets.behaviour);
}

async function route(request: Incoming, targets: RouteTargets): Promise<Answer> {
  const path = request.target.split('?')[0]!;
  if (path === '/oauth/token') return request.method === 'POST' ? targets.token(request) : json(405, { error: 'invalid_request', error_description: 'Use POST.' }, { allow: 'POST' });
  if (path === '/jwks') return readOnly(request, () => json(200, targets.jwks, { 'cache-control': 'max-age=3600' }));
  if (path === '/.well-known/oauth-authorization-server') return readOnly(request, () => json(200, metadata(targets)));
  if (path === '/fhir/metadata') return readOnly(request, () => fhir(200, capabilities(targets)));
  const inner = decoded(path);
  if (inner === undefined) return outcome(400, 'invalid', 'The address holds a percent sign that is not followed by two hexadecimal digits of valid UTF-8.');
  if (!inner.startsWith('/fhir/') || inner.length > 2000) return outcome(404, 'not-found', 'There is nothing at this address.');
  const place = inner.slice('/fhir/'.length).replace(/\/$/, '');
  if (place === 'Task' && (request.method === 'POST' || request.method === 'PUT')) return targets.notification(request);
  return targets.resource(request, place);
}
function readOnly(request: Incoming, answer: () => Answer): Answer {
  return request.method === 'GET' ? answer() : outcome(405, 'not-supported', 'Use GET.', { allow: 'GET' });
}
function decoded(path: string): string | undefined {
  try { return decodeURIComponent(path); } catch { return undefined; }
}

/** What variants and defects change in every answer. */
function dress(answer: Answer, behaviour: Behaviour): Answer {
  const headers = { ...answer.headers };
  if (behaviour.defect('www-authenticate-missing')) delete headers['www-authenticate'];
  const type = headers['content-type'];
  if (type && behaviour.variant('content-type-charset') && !type.includes(';')) headers['content-type'] = `${type};charset=utf-8`;
  return { ...answer, headers };
}

/** RFC 8414 metadata: others find the keys with which we sign. */
function metadata(targets: RouteTargets): object {
  const issuer = targets.issuer();
  return {
    issuer, token_endpoint: `${issuer}/oauth/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: [],
    grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'], token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: targets.algorithms,
  };
}
function capabilities(targets: RouteTargets): JsonObject {
  return {
    resourceType: 'CapabilityStatement', status: 'active', date: '2026-11-01', publisher: targets.name, kind: 'instance', fhirVersion: '3.0.2', acceptUnknown: 'both',
    format: ['application/fhir+json', 'application/fhir+xml'], software: { name: 'Toetssteen reference XIS' }, implementation: { description: targets.name, url: `${targets.issuer()}/fhir` },
    rest: [{ mode: 'server', resource: [{ type: 'Task', interaction: [{ code: 'create' }, { code: 'update' }, { code: 'read' }], conditionalUpdate: true }], interaction: [{ code: 'search-system' }] }],
  };
}
