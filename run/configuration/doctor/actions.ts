import type { Claim, TriggerConfig } from '../../../model/claim.ts';
import { isAcceptedBsn } from '../../../fixtures/bsn.ts';
import { personaByKey } from '../../../fixtures/personas/index.ts';
import { judgeJwks } from '../jwks.ts';
import { bad, doubtful, good, text } from './check.ts';
import type { DoctorCheck } from './check.ts';
import { codeOf } from './machine.ts';
import { patience } from './tools.ts';
import type { DoctorTools } from './tools.ts';

/** What the SUT signs with, how it is made to act and read out, and whom it has as patients. */
export async function actionChecks(claim: Claim, tools: DoctorTools): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  for (const [index, client] of claim.ixit.clients.entries()) checks.push(await keys(index, client, tools));
  for (const role of ['twiin-sender', 'twiin-receiver'] as const) {
    const config = claim.ixit.triggers[role];
    if (config) checks.push(...await trigger(role, config, tools));
  }
  const { accessLog } = claim.ixit.endpoints;
  if (accessLog !== undefined) checks.push(await log(accessLog, claim, tools));
  return [...checks, ...claim.ixit.personas.map((persona) => patient(persona, claim))];
}

async function keys(index: number, client: Claim['ixit']['clients'][number], tools: DoctorTools): Promise<DoctorCheck> {
  const head = { id: `jwks:${index}`, title: text(`Sleutels van ${client.role}`, `Keys of ${client.role}`) };
  const found = await keySet(client, tools);
  if ('why' in found) {
    return bad(head, text(`de JWKS is niet te lezen: ${found.why}`, `the JWKS cannot be read: ${found.why}`),
      text('Verbeter jwksFile of jwksUrl onder ixit.clients; open het adres in een browser.', 'Correct jwksFile or jwksUrl under ixit.clients; open the address in a browser.'));
  }
  const verdict = judgeJwks(found.set);
  if (!verdict.ok) return bad(head, verdict.why, verdict.next);
  return good(head, text(`${verdict.kids.length} publieke sleutel(s): ${verdict.kids.join(', ')}`, `${verdict.kids.length} public key(s): ${verdict.kids.join(', ')}`));
}
async function keySet(client: Claim['ixit']['clients'][number], tools: DoctorTools): Promise<{ readonly set: unknown } | { readonly why: string }> {
  if (client.jwks !== undefined) return { set: client.jwks };
  if (client.jwksFile !== undefined) {
    try { return { set: parsed(tools.readFile(client.jwksFile)) }; } catch (error) { return { why: codeOf(error) }; }
  }
  const reply = await tools.callPlain({ method: 'GET', url: client.jwksUrl ?? '', secret: null, timeoutMs: patience, trust: tools.pki.anchors });
  if ('problem' in reply) return { why: reply.problem };
  return reply.status === 200 ? { set: parsed(reply.text) } : { why: `HTTP ${reply.status}` };
}
function parsed(json: string): unknown {
  try { return JSON.parse(json) as unknown; } catch { return undefined; }
}

async function trigger(role: string, config: TriggerConfig, tools: DoctorTools): Promise<DoctorCheck[]> {
  const head = { id: `trigger:${role}`, title: text(`Opdrachten aan ${role}`, `Orders to ${role}`) };
  if (config.kind === 'manual') return [good(head, text('een mens krijgt ze op het scherm', 'a person gets them on the screen'))];
  if (config.kind === 'command') {
    const program = config.command[0] ?? '';
    if (tools.executable(program)) return [good(head, text(`door ${program}`, `by ${program}`))];
    return [bad(head, text(`het programma "${program}" is er niet of mag niet gestart worden`, `the program "${program}" is absent or may not be started`),
      text('Verbeter command in ixit.triggers, of maak het bestand uitvoerbaar (chmod +x).', 'Correct command in ixit.triggers, or make the file executable (chmod +x).'))];
  }
  const secret = secretOf(config, tools);
  if ('why' in secret) {
    return [bad(head, text(`het geheim is niet te lezen (${secret.why})`, `the secret cannot be read (${secret.why})`), text('Verbeter secretFile in ixit.triggers.', 'Correct secretFile in ixit.triggers.'))];
  }
  // OPTIONS asks whether somebody is there and makes nobody act.
  const reply = await tools.callPlain({ method: 'OPTIONS', url: config.url, secret: secret.value, timeoutMs: patience, trust: tools.pki.anchors });
  return [webhook(head, config.url, reply), ...secretFile(role, config, tools)];
}
function webhook(head: { id: string; title: DoctorCheck['title'] }, url: string, reply: { readonly status: number } | { readonly problem: string }): DoctorCheck {
  if ('problem' in reply) {
    return bad(head, text(`de webhook ${url} geeft geen antwoord (${reply.problem})`, `the webhook ${url} gives no answer (${reply.problem})`),
      text('Kijk of uw systeem draait en of het adres in ixit.triggers klopt.', 'See whether your system runs and whether the address in ixit.triggers is right.'));
  }
  const seen = text(`OPTIONS ${url}: HTTP ${reply.status}`, `OPTIONS ${url}: HTTP ${reply.status}`);
  if (reply.status === 401 || reply.status === 403) return doubtful(head, seen, text('De webhook weigert het geheim, of kent OPTIONS niet. Vergelijk het geheim aan beide kanten.', 'The webhook refuses the secret, or does not know OPTIONS. Compare the secret on both sides.'));
  if (reply.status === 404) return doubtful(head, seen, text('Kijk of het pad in ixit.triggers klopt, of kent de webhook OPTIONS niet?', 'See whether the path in ixit.triggers is right, or does the webhook not know OPTIONS?'));
  if (reply.status >= 500 && reply.status !== 501) return doubtful(head, seen, text('Uw systeem meldt een eigen fout; kijk in zijn logging.', 'Your system reports an error of its own; look into its log.'));
  return good(head, seen);
}
function secretFile(role: string, config: Extract<TriggerConfig, { kind: 'webhook' }>, tools: DoctorTools): DoctorCheck[] {
  if (config.secretFile === undefined || !tools.readableByOthers(config.secretFile)) return [];
  return [doubtful({ id: `secret:${role}`, title: text('Bestand met het geheim', 'File with the secret') },
    text(`${config.secretFile} is ook voor anderen op deze machine te lezen`, `${config.secretFile} can be read by others on this machine`), text(`chmod 600 ${config.secretFile}`, `chmod 600 ${config.secretFile}`))];
}
function secretOf(config: Extract<TriggerConfig, { kind: 'webhook' }>, tools: DoctorTools): { readonly value: string | null } | { readonly why: string } {
  if (config.secret !== undefined) return { value: config.secret };
  if (config.secretFile === undefined) return { value: null };
  try { return { value: tools.readFile(config.secretFile).trim() }; } catch (error) { return { why: codeOf(error) }; }
}

async function log(url: string, claim: Claim, tools: DoctorTools): Promise<DoctorCheck> {
  const head = { id: 'access-log', title: text('Uitlezen van de logging', 'Read-out of the access log') };
  const config = claim.ixit.triggers['twiin-sender'];
  const secret = config?.kind === 'webhook' ? secretOf(config, tools) : { value: null };
  const since = encodeURIComponent(new Date(tools.clock.now()).toISOString());
  const reply = await tools.callPlain({
    method: 'GET', url: `${url}${url.includes('?') ? '&' : '?'}since=${since}`, secret: 'value' in secret ? secret.value : null, timeoutMs: patience, trust: tools.pki.anchors,
  });
  const advise = text('GET <accessLog>?since=<tijdstip> hoort 200 en een JSON-lijst te geven, met hetzelfde geheim als de trigger van de verzender.', 'GET <accessLog>?since=<instant> should give 200 and a JSON list, with the same secret as the trigger of the sender.');
  if ('problem' in reply) return bad(head, text(`geen antwoord (${reply.problem})`, `no answer (${reply.problem})`), advise);
  if (reply.status !== 200) return bad(head, text(`HTTP ${reply.status}`, `HTTP ${reply.status}`), advise);
  if (!Array.isArray(parsed(reply.text))) return bad(head, text('het antwoord is geen JSON-lijst', 'the answer is no JSON list'), advise);
  return good(head, text('leesbaar', 'readable'));
}

function patient({ key, bsn, contentConfirmed }: Claim['ixit']['personas'][number], claim: Claim): DoctorCheck {
  const head = { id: `persona:${key}`, title: text(`Testpatiënt ${key}`, `Test patient ${key}`) };
  const used = bsn ?? personaByKey(key)?.patient.bsn;
  if (used === undefined || !isAcceptedBsn(used, claim.ics.extraBsns)) {
    return bad(head, text('heeft geen BSN dat in de tabel met test-BSN\'s staat en de 11-proef doorstaat', 'has no BSN that lies in the table of test BSNs and passes the 11-test'),
      text('Kies onder ixit.personas een ander BSN, of zet het met uw naam onder claim.extraBsns.', 'Choose another BSN under ixit.personas, or list it with your name under claim.extraBsns.'));
  }
  if (!contentConfirmed) {
    return doubtful(head, text(`BSN ${used}; niemand heeft bevestigd dat het dossier zo is ingevoerd, dus aantallen worden niet getoetst`, `BSN ${used}; nobody confirmed that the dossier was entered so, so counts are not tested`),
      text('Voer het dossier in volgens het invoerblad en zet contentConfirmed op true.', 'Enter the dossier by its entry sheet and set contentConfirmed to true.'));
  }
  return good(head, text(`BSN ${used}, dossier bevestigd`, `BSN ${used}, dossier confirmed`));
}
