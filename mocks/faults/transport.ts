import type { Text } from '../../model/text.ts';
import type { Reply, TransportPlan } from '../../model/simulator.ts';
import type { Fault } from './index.ts';

const notTwice: Text = { nl: 'Het systeem meldt de storing en verliest niets; een herhaling heeft hetzelfde kenmerk of wordt door een mens gestart.', en: 'The system reports the disturbance and loses nothing; a repeat has the same identifier or is started by a person.' };
function transport(id: string, nl: string, en: string, risk: Text, change: (reply: Reply) => TransportPlan): Fault {
  return {
    definition: { id, kind: 'transport', simulator: 'any', title: { nl, en }, risk, expected: notTwice, requirement: 'TWIIN-NTF-08', violates: [] },
    fits: () => true, change,
  };
}
const lost: Text = { nl: 'Een verwijzing gaat verloren of wordt dubbel aangemeld.', en: 'A referral is lost or notified twice.' };
const blocked: Text = { nl: 'Een gebruiker of een wachtrij blijft hangen.', en: 'A user or a queue keeps hanging.' };
const misread: Text = { nl: 'Een half antwoord wordt als heel gelezen.', en: 'Half an answer is read as whole.' };

export const transportFaults: readonly Fault[] = [
  transport('slow-answer', 'Traag antwoord (8 seconden)', 'Slow answer (8 seconds)', blocked, (reply) => ({ reply, delayMs: 8_000 })),
  transport('no-answer', 'Er komt nooit een antwoord', 'No answer ever comes', blocked, (reply) => ({ reply, hang: true })),
  transport('reset-before-answer', 'De verbinding breekt voor het antwoord', 'The connection breaks before the answer', lost, (reply) => ({ reply, reset: true })),
  transport('cut-in-body', 'Het antwoord breekt halverwege af', 'The answer is cut half way', misread, (reply) => ({ reply, cutAfter: Math.floor(reply.body.length / 2) })),
  transport('drip', 'Het antwoord druppelt binnen', 'The answer drips in', blocked, (reply) => ({ reply, chunks: 10, chunkDelayMs: 200 })),
  transport('not-json', 'Het antwoord is een HTML-foutpagina van een tussenliggende proxy', 'The answer is an HTML error page of a proxy in between', misread,
    () => ({ reply: { status: 502, headers: { 'content-type': 'text/html' }, body: new TextEncoder().encode('<html><body><h1>502 Bad Gateway</h1></body></html>') } })),
];
