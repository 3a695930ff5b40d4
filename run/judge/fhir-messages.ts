import type { Exchange } from '../../model/exchange.ts';
import type { FhirMessage } from '../../model/fhir-judgement.ts';
import { judgedAs } from '../../rules/message/fhir.ts';

/** The bodies of an exchange that rules will have judged as FHIR, in the words in which they will ask. */
export function fhirMessagesOf(exchange: Exchange): readonly FhirMessage[] {
  if (!['notification', 'resource', 'workflow-task'].includes(exchange.endpoint)) return [];
  return (['request', 'response'] as const).flatMap((part) => judgedAs(exchange, part) ?? []);
}
