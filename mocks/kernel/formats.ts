import { parse } from '../../fhir/codec/parse.ts';
import { formatOfMediaType, mediaTypes, type Format } from '../../fhir/codec/format.ts';
import { serialize } from '../../fhir/codec/serialize.ts';
import { coreDefinitions } from '../../fhir/tables/core.ts';
import type { FhirVersion } from '../../fhir/version.ts';
import type { FormatPolicy, Reply, SimRequest } from '../../model/simulator.ts';
import { outcomeReply } from './replies.ts';

/*
 * Simulators are written for JSON; the kernel lets them speak both formats of FHIR: XML requests reach them as JSON, and
 * their answers leave in the format that `_format` or Accept asks for, JSON by default (FHIR STU3 and R4, RESTful API,
 * content types and encodings). The journal holds what went over the wire.
 */

/** The request as a simulator reads it, or the refusal that the peer gets instead. */
export function received(request: SimRequest, policy: FormatPolicy): SimRequest | Reply {
  if (policy.otherwise === 'refuse' && formatWanted(request) === null) {
    const asked = JSON.stringify(request.headers['accept'] ?? new URLSearchParams(request.target.split('?')[1]).get('_format'));
    return outcomeReply(406, 'not-supported', `Asked for is ${asked}; offered are application/fhir+json and application/fhir+xml.`, `Gevraagd wordt ${asked}; aangeboden worden application/fhir+json en application/fhir+xml.`);
  }
  return withJsonBody(request, policy.fhir);
}
/** The answer in the format that the request asks for. What is no FHIR JSON, or was broken by an armed fault, stays as it is. */
export function answered(reply: Reply, request: SimRequest, policy: FormatPolicy): Reply {
  return formatWanted(request) === 'xml' ? inXml(reply, policy.fhir) : reply;
}

/** `_format` outweighs Accept; the highest quality wins, the first of equals. `null`: neither format was named, nor everything. */
export function formatWanted(request: SimRequest): Format | null {
  const parameter = request.target.includes('?') ? new URLSearchParams(request.target.split('?')[1]).get('_format') : null;
  if (parameter !== null) return formatOfMediaType(parameter);
  const accept = request.headers['accept'];
  if (accept === undefined || accept.trim() === '') return 'json';
  let best: { readonly format: Format; readonly quality: number } | null = null;
  for (const entry of accept.split(',')) {
    const quality = Number(/;\s*q\s*=\s*([\d.]+)/i.exec(entry)?.[1] ?? '1');
    const type = entry.split(';')[0]!.trim();
    const format = type === '*/*' || type === 'application/*' ? 'json' : formatOfMediaType(type);
    if (format !== null && quality > (best?.quality ?? 0)) best = { format, quality };
  }
  return best?.format ?? null;
}

function withJsonBody(request: SimRequest, fhir: FhirVersion): SimRequest | Reply {
  const contentType = request.headers['content-type'];
  if (request.body.length === 0 || formatOfMediaType(contentType) !== 'xml') return request;
  const { resource, findings } = parse(request.body, { definitions: coreDefinitions(fhir), format: 'xml' });
  if (resource === null) {
    const first = findings[0];
    const place = first?.position === undefined ? '' : ` (${first.position.line}:${first.position.column})`;
    return outcomeReply(400, 'structure', `The body is not a FHIR resource in XML${place}: expected ${first?.expected.en ?? 'a resource'}.`, `De inhoud is geen FHIR-resource in XML${place}: verwacht ${first?.expected.nl ?? 'een resource'}.`);
  }
  const body = new TextEncoder().encode(serialize(resource, { format: 'json', definitions: coreDefinitions(fhir) }));
  return { ...request, headers: { ...request.headers, 'content-type': `${mediaTypes.json}; charset=utf-8` }, body };
}
function inXml(reply: Reply, fhir: FhirVersion): Reply {
  if (reply.body.length === 0 || !(reply.headers['content-type'] ?? '').startsWith(mediaTypes.json)) return reply;
  // Through the codec, so that numbers keep their text.
  const { resource } = parse(reply.body, { definitions: coreDefinitions(fhir), format: 'json' });
  if (resource === null) return reply;
  const body = serialize(resource, { format: 'xml', definitions: coreDefinitions(fhir) });
  return { ...reply, headers: { ...reply.headers, 'content-type': `${mediaTypes.xml}; charset=utf-8` }, body: new TextEncoder().encode(body) };
}
