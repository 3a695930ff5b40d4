import type { MessageRule } from '../../model/rule.ts';
import { accepted } from '../message/headers.ts';
import { pass, show, text, violation } from '../message/outcome.ts';
import { sutCalls } from '../message/select.ts';

/** The client asks for application/fhir+json explicitly (zorg-ab.md 2.1). */
export const clientAcceptsFhirJson: MessageRule = {
  id: 'zorg-ab-client-accepts-fhir-json', scope: 'message', part: 'request', requirements: ['ZAB-013'],
  title: { nl: 'Het systeem vraagt ZORG-AB om application/fhir+json', en: 'The system asks ZORG-AB for application/fhir+json' },
  selects: (exchange) => sutCalls(exchange, 'zorgab-client', 'directory'),
  judge: (exchange) => (accepted(exchange.request.headers).includes('application/fhir+json') ? [pass('Accept: application/fhir+json', exchange)] : [violation(
    { exchange, part: 'request', path: 'header accept' }, text('Accept: application/fhir+json', 'Accept: application/fhir+json'), show(exchange.request.headers.accept),
    text('Stuur een Accept-header met application/fhir+json.', 'Send an Accept header with application/fhir+json.'),
  )]),
};
