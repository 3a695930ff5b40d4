import type { FaultDefinition } from '../../model/fault.ts';
import type { Text } from '../../model/text.ts';
import type { Classification, Reply, TransportPlan } from '../../model/simulator.ts';
import type { Fault } from './index.ts';

const notTwice: Text = { nl: 'Het systeem meldt de storing en verliest niets; een herhaling heeft hetzelfde kenmerk of wordt door een mens gestart.', en: 'The system reports the disturbance and loses nothing; a repeat has the same identifier or is started by a person.' };
const lost: Text = { nl: 'Een verwijzing gaat verloren of wordt dubbel aangemeld.', en: 'A referral is lost or notified twice.' };
const blocked: Text = { nl: 'Een gebruiker of een wachtrij blijft hangen.', en: 'A user or a queue keeps hanging.' };
const misread: Text = { nl: 'Een half antwoord wordt als heel gelezen.', en: 'Half an answer is read as whole.' };

interface Transport {
  readonly id: string; readonly title: Text; readonly risk: Text;
  readonly simulator?: FaultDefinition['simulator']; readonly endpoint?: Classification['endpoint']; readonly violates?: readonly string[];
  readonly change: (reply: Reply) => TransportPlan | undefined;
}
/** Without `endpoint` it meets any message. Only answers that arrive and are wrong violate something. */
function transport({ id, title, risk, simulator = 'any', endpoint, violates = [], change }: Transport): Fault {
  return {
    definition: { id, kind: 'transport', simulator, title, risk, expected: notTwice, requirement: 'TWIIN-NTF-08', violates },
    fits: (about, name) => (endpoint === undefined || about.endpoint === endpoint) && (simulator === 'any' || simulator === name), change,
  };
}
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const transportFaults: readonly Fault[] = [
  transport({ id: 'slow-answer', title: { nl: 'Traag antwoord (8 seconden)', en: 'Slow answer (8 seconds)' }, risk: blocked, change: (reply) => ({ reply, delayMs: 8_000 }) }),
  transport({ id: 'no-answer', title: { nl: 'Er komt nooit een antwoord', en: 'No answer ever comes' }, risk: blocked, change: (reply) => ({ reply, hang: true }) }),
  transport({ id: 'reset-before-answer', title: { nl: 'De verbinding breekt voor het antwoord', en: 'The connection breaks before the answer' }, risk: lost, change: (reply) => ({ reply, reset: true }) }),
  transport({
    id: 'cut-in-body', title: { nl: 'Het antwoord breekt halverwege af', en: 'The answer is cut half way' }, risk: misread,
    change: (reply) => (reply.body.length < 2 ? undefined : { reply, cutAfter: Math.floor(reply.body.length / 2) }),
  }),
  transport({ id: 'drip', title: { nl: 'Het antwoord druppelt binnen', en: 'The answer drips in' }, risk: blocked, change: (reply) => ({ reply, chunks: 10, chunkDelayMs: 200 }) }),
  transport({
    id: 'not-json', title: { nl: 'De ontvanger antwoordt met een HTML-foutpagina van een tussenliggende proxy', en: 'The receiver answers with an HTML error page of a proxy in between' }, risk: misread,
    simulator: 'twiin', endpoint: 'notification', violates: ['TWIIN-NTF-35'],
    change: () => ({ reply: { status: 502, headers: { 'content-type': 'text/html' }, body: bytes('<html><body><h1>502 Bad Gateway</h1></body></html>') } }),
  }),
  transport({
    id: 'garbage-token-answer', title: { nl: 'Het tokenantwoord is onleesbaar', en: 'The token answer is unreadable' }, risk: misread,
    simulator: 'twiin', endpoint: 'token', violates: ['TWIIN-AUT-20'],
    change: (reply) => (reply.status === 200 ? { reply: { ...reply, body: bytes('{"access_token":') } } : undefined),
  }),
];
