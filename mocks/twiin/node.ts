import type { Organisation } from '../../model/organisation.ts';
import type { Classification, Reply, SimContext, SimRequest, Simulator } from '../../model/simulator.ts';
import { fhirReply, jsonReply, outcomeReply } from '../kernel/replies.ts';
import { answerTokenRequest, tokenOf } from './authorization-server.ts';
import { answerNotification } from './notification-endpoint.ts';
import { answerPull } from './resource-server.ts';
import { nodeOf, type TwiinSettings } from './settings.ts';

/** Twiin nodes (GtK), profile `twiin-np-stu3`: one per organisation, on its sending or its receiving side. */
export function createTwiinNodes(settings: TwiinSettings): Simulator {
  const find = (ura: string): Organisation | undefined => settings.organisations.find((one) => one.ura === ura && one.playedBy !== 'sut');
  return {
    name: 'twiin', formats: { fhir: 'stu3', otherwise: 'refuse' },
    matches: (path) => { const node = nodeOf(path); return node !== null && find(node.ura) !== undefined; },
    classify: (request): Classification => {
      const node = nodeOf(request.target)!;
      const role = find(node.ura)?.side === 'sender' ? 'twiin-receiver' : 'twiin-sender';
      return { endpoint: endpointOf(node.rest, role), role, organisation: node.ura };
    },
    handle: (request, context) => answer(request, context, find(nodeOf(request.target)!.ura)!, settings),
  };
}
function endpointOf(rest: string, role: string): Classification['endpoint'] {
  if (rest === '/oauth/token') return 'token';
  if (rest === '/fhir/metadata' || rest === '/jwks' || rest.includes('/.well-known/')) return 'metadata';
  if (role === 'twiin-sender') return rest.startsWith('/fhir/Task') ? 'notification' : 'other';
  if (rest.startsWith('/fhir/Task')) return 'workflow-task';
  return rest.startsWith('/fhir') ? 'resource' : 'other';
}
async function answer(request: SimRequest, context: SimContext, node: Organisation, settings: TwiinSettings): Promise<Reply> {
  const issuer = `${context.baseUrl}/twiin/${node.ura}`;
  const base = `${issuer}/fhir`;
  const { rest } = nodeOf(request.target)!;
  if (rest === '/oauth/token') return answerTokenRequest(request, context, node, issuer, settings);
  if (endpointOf(rest, '') === 'metadata' && request.method !== 'GET') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'GET' });
  if (rest === '/fhir/metadata') return fhirReply(200, capabilities(node, context));
  if (rest.includes('/.well-known/')) return jsonReply(200, { issuer, token_endpoint: `${issuer}/oauth/token`, jwks_uri: `${issuer}/jwks`, grant_types_supported: ['urn:ietf:params:oauth:grant-type:jwt-bearer'], token_endpoint_auth_methods_supported: ['private_key_jwt'] });
  if (rest === '/jwks') return jsonReply(200, { keys: settings.publicKeys?.() ?? [] });
  if (!rest.startsWith('/fhir/')) return outcomeReply(404, 'not-found', `Nothing lives at ${rest} of this node.`, `Op ${rest} van dit knooppunt is niets.`);

  const token = tokenOf(request, context, node);
  if ('error' in token) return outcomeReply(401, 'login', token.error, token.dutch, { 'www-authenticate': `Bearer error="invalid_token", error_description="${token.error}"` });
  if (node.side === 'sender') return answerPull(request, context, node, base, token, settings);
  if (!/^\/fhir\/Task$/.test(rest)) return outcomeReply(403, 'forbidden', 'The receiver offers only the notification endpoint.', 'De ontvanger biedt alleen het adres voor aanmeldingen.');
  if (request.method !== 'POST' && request.method !== 'PUT') return outcomeReply(405, 'not-supported', `${request.method} is not offered here.`, `${request.method} wordt hier niet aangeboden.`, { allow: 'POST, PUT' });
  return answerNotification(request, context, node, base, token.organisation);
}
function capabilities(node: Organisation, context: SimContext): unknown {
  return {
    resourceType: 'CapabilityStatement', status: 'active', date: new Date(context.clock.now()).toISOString(), kind: 'instance', fhirVersion: '3.0.2', acceptUnknown: 'both', format: ['application/fhir+json', 'application/fhir+xml'],
    software: { name: `Toetssteen: ${node.name}`, version: '0.1.0' },
    rest: [{ mode: 'server', resource: node.side === 'sender' ? [{ type: 'Task', interaction: [{ code: 'read' }, { code: 'update' }] }] : [{ type: 'Task', interaction: [{ code: 'create' }, { code: 'update' }], conditionalUpdate: true }] }],
  };
}
