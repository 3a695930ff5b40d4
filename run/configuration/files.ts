import { readFileSync, statSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import type { Text } from '../../model/text.ts';
import { judgeJwks } from './jwks.ts';
import type { Configuration } from './schema.ts';

export type ReportFile = (path: readonly PropertyKey[], expected: Text, next: Text) => void;
export interface FileTools {
  /** Absolute path of a file that the configuration names. */
  resolve(file: string): string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
const largest = 1024 * 1024;

/** Looks whether everything that the configuration points at on this machine is there and readable. */
export function checkFiles({ ixit }: Configuration, tools: FileTools, report: ReportFile): void {
  if (ixit.trustAnchors !== undefined) anchors(ixit.trustAnchors, tools, report);
  ixit.clients.forEach((client, index) => {
    const at = ['ixit', 'clients', index];
    if (client.jwksFile !== undefined) jwksFile(client.jwksFile, [...at, 'jwksFile'], tools, report);
    if (client.jwks !== undefined) keySet(client.jwks, [...at, 'jwks'], report);
  });
  for (const role of ['twiin-sender', 'twiin-receiver'] as const) {
    const trigger = ixit.triggers[role];
    if (trigger?.kind === 'webhook') secret(trigger, ['ixit', 'triggers', role], tools, report);
  }
}

/** Text of a file, or why it cannot be read. */
function read(file: string, tools: FileTools): { readonly text: string } | { readonly why: Text } {
  const full = tools.resolve(file);
  try {
    const state = statSync(full);
    if (!state.isFile()) return { why: { nl: 'dit is geen bestand', en: 'this is no file' } };
    if (state.size > largest) return { why: { nl: 'het bestand is groter dan 1 MiB', en: 'the file is larger than 1 MiB' } };
    return { text: readFileSync(full, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { why: { nl: 'dit bestand bestaat niet', en: 'this file does not exist' } };
    return { why: { nl: `het bestand is niet te lezen (${code})`, en: `the file cannot be read (${code})` } };
  }
}
function unreadable(path: readonly PropertyKey[], what: Text, why: Text, report: ReportFile): void {
  report(path, { nl: `${what.nl}, maar ${why.nl}`, en: `${what.en}, but ${why.en}` },
    { nl: 'Paden gelden vanaf de map van toetssteen.yaml. Verbeter het pad of maak het bestand.', en: 'Paths count from the folder of toetssteen.yaml. Correct the path or make the file.' });
}

function anchors(file: string, tools: FileTools, report: ReportFile): void {
  const path = ['ixit', 'trustAnchors'];
  const what = { nl: 'een PEM-bestand met de CA-certificaten van uw server', en: 'a PEM file with the CA certificates of your server' };
  const found = read(file, tools);
  if ('why' in found) return unreadable(path, what, found.why, report);
  const blocks = found.text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length > 0 && blocks.every(isCertificate)) return;
  report(path, { nl: `${what.nl}, maar er staat geen leesbaar certificaat in`, en: `${what.en}, but it holds no readable certificate` },
    { nl: 'Exporteer de CA als PEM (BEGIN CERTIFICATE). DER omzetten: openssl x509 -inform der -in ca.cer -out ca.pem.', en: 'Export the CA as PEM (BEGIN CERTIFICATE). From DER: openssl x509 -inform der -in ca.cer -out ca.pem.' });
}
function isCertificate(pem: string): boolean {
  try { return new X509Certificate(pem).raw.byteLength > 0; } catch { return false; }
}

function jwksFile(file: string, path: readonly PropertyKey[], tools: FileTools, report: ReportFile): void {
  const found = read(file, tools);
  if ('why' in found) return unreadable(path, { nl: 'een bestand met een JWKS (JSON)', en: 'a file with a JWKS (JSON)' }, found.why, report);
  let set: unknown;
  try { set = JSON.parse(found.text); } catch { /* Judged as what it is: no key set. */ }
  keySet(set, path, report);
}
function keySet(set: unknown, path: readonly PropertyKey[], report: ReportFile): void {
  const verdict = judgeJwks(set);
  if (!verdict.ok) report(path, { nl: `een JWKS met publieke sleutels, maar ${verdict.why.nl}`, en: `a JWKS with public keys, but ${verdict.why.en}` }, verdict.next);
}

interface SecretPlace { readonly secretFile?: string | undefined; readonly secretEnv?: string | undefined }
function secret(trigger: SecretPlace, path: readonly PropertyKey[], tools: FileTools, report: ReportFile): void {
  if (trigger.secretEnv !== undefined && !tools.environment[trigger.secretEnv]) {
    report([...path, 'secretEnv'], { nl: 'een omgevingsvariabele die gezet is; deze is leeg of bestaat niet', en: 'an environment variable that is set; this one is empty or absent' },
      { nl: 'Zet de variabele in de shell waarin u toetssteen start.', en: 'Set the variable in the shell in which you start toetssteen.' });
  }
  if (trigger.secretFile === undefined) return;
  const found = read(trigger.secretFile, tools);
  const what = { nl: 'een bestand met het geheim van de webhook', en: 'a file with the secret of the webhook' };
  if ('why' in found) return unreadable([...path, 'secretFile'], what, found.why, report);
  if (/^[\x21-\x7e]+$/.test(found.text.trim())) return;
  report([...path, 'secretFile'], { nl: `${what.nl}: één regel ASCII zonder spaties`, en: `${what.en}: one line of ASCII without blanks` }, { nl: 'Zet alleen het geheim in het bestand.', en: 'Put only the secret into the file.' });
}
