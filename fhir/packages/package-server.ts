import type { PackageId } from '../definitions/definitions.ts';
import { isObject } from '../json.ts';
import type { Json, JsonObject } from '../json.ts';
import { createHash } from 'node:crypto';
import { defaultPackageLimits, tooLarge } from './limits.ts';
import { PackageError } from './package-error.ts';
import { checkedId } from './package-name.ts';
import { newestFitting } from './version-order.ts';

/** A FHIR package server (the npm protocol that FHIR package registries speak). Its address always comes from the user: there is no default. */
export interface PackageServer {
  /** Base address, http or https. */
  readonly address: string;
  /** Milliseconds for a list and for a package; default 15,000 and 120,000. */
  readonly listTimeout?: number;
  readonly packageTimeout?: number;
  readonly limits?: { readonly list?: number; readonly archive?: number };
}
export interface DownloadedPackage { readonly id: PackageId; readonly bytes: Uint8Array }

/**
 * Downloads one version (`GET <address>/<name>/<version>`); without an exact version the list (`GET <address>/<name>`) is asked first.
 * What the list says of the archive's hash is checked. @throws {PackageError}
 */
export async function downloadPackage(server: PackageServer, name: string, version = 'latest'): Promise<DownloadedPackage> {
  const list = await listOf(server, name);
  const versions = Object.keys(list.versions);
  const stated = version === 'latest' && list.latest !== undefined && versions.includes(list.latest) ? list.latest : null;
  const chosen = stated ?? newestFitting(version, versions);
  if (chosen === null) {
    const known = versions.slice(-10).join(', ');
    throw new PackageError('version-unknown', { nl: `${name} ${version} staat niet op de pakketserver; wel: ${known}`, en: `the package server does not have ${name} ${version}; it has: ${known}` });
  }
  const id = checkedId({ name, version: chosen });
  const bytes = await get(`${baseOf(server)}/${encodeURIComponent(id.name)}/${encodeURIComponent(id.version)}`, 'application/gzip, application/octet-stream', server.limits?.archive ?? defaultPackageLimits.archive, server.packageTimeout ?? 120_000);
  checkHash(id, list.versions[chosen]!, bytes);
  return { id, bytes };
}

interface VersionList { readonly latest?: string; readonly versions: Readonly<Record<string, JsonObject>> }
async function listOf(server: PackageServer, name: string): Promise<VersionList> {
  checkedId({ name, version: '1' });
  const bytes = await get(`${baseOf(server)}/${encodeURIComponent(name)}`, 'application/json', server.limits?.list ?? 16 * 1024 * 1024, server.listTimeout ?? 15_000);
  let json: Json = null;
  try { json = JSON.parse(Buffer.from(bytes).toString('utf8')) as Json; } catch { /* told below */ }
  if (!isObject(json) || !isObject(json.versions)) throw malformed(name);
  const versions = Object.entries(json.versions).filter((one): one is [string, JsonObject] => isObject(one[1]));
  const tags = json['dist-tags'];
  return { ...(isObject(tags) && typeof tags.latest === 'string' && { latest: tags.latest }), versions: Object.fromEntries(versions) };
}
/** npm lists give `dist.integrity` (`sha512-<base64>`) or `dist.shasum` (SHA-1 in hex). */
function checkHash(id: PackageId, entry: JsonObject, bytes: Uint8Array): void {
  const dist = isObject(entry.dist) ? entry.dist : {};
  const integrity = typeof dist.integrity === 'string' ? /^(sha256|sha384|sha512)-([A-Za-z0-9+/=]+)$/.exec(dist.integrity) : null;
  const shasum = typeof dist.shasum === 'string' && /^[0-9a-f]{40}$/i.test(dist.shasum) ? dist.shasum.toLowerCase() : null;
  const right = integrity !== null ? createHash(integrity[1]!).update(bytes).digest('base64') === integrity[2] : shasum === null || createHash('sha1').update(bytes).digest('hex') === shasum;
  if (!right) throw new PackageError('hash-differs', { nl: `${id.name} ${id.version}: het archief heeft een andere hash dan de pakketserver zelf zegt`, en: `${id.name} ${id.version}: the archive has another hash than the package server says itself` });
}

function baseOf(server: PackageServer): string {
  let url: URL | null = null;
  try { url = new URL(server.address); } catch { /* told below */ }
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.search !== '' || url.hash !== '') {
    throw new PackageError('server-unreachable', { nl: 'het adres van de pakketserver is geen http(s)-adres', en: 'the address of the package server is not an http(s) address' });
  }
  return url.href.replace(/\/+$/, '');
}
const malformed = (name: string): PackageError => new PackageError('server-answer-malformed', {
  nl: `de pakketserver gaf geen lijst van versies van ${name}`, en: `the package server gave no list of versions of ${name}`,
});

/** A bounded GET. @throws {PackageError} */
async function get(url: string, accept: string, limit: number, timeout: number): Promise<Uint8Array> {
  const shown = url.replace(/\/\/[^/@]*@/, '//');
  try {
    const answer = await fetch(url, { headers: { accept }, signal: AbortSignal.timeout(timeout) });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new PackageError(answer.status === 404 ? 'version-unknown' : 'server-refused', { nl: `${shown} antwoordde met status ${answer.status}`, en: `${shown} answered with status ${answer.status}` });
    }
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of answer.body ?? []) {
      size += piece.length;
      if (size > limit) throw tooLarge({ nl: shown, en: shown }, limit);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  } catch (error) {
    if (error instanceof PackageError) throw error;
    const { cause, name, message } = error as Error & { cause?: { code?: string } };
    const why = name === 'TimeoutError' ? `${timeout} ms` : cause?.code ?? message;
    throw new PackageError('server-unreachable', { nl: `${shown} is niet bereikt (${why})`, en: `${shown} was not reached (${why})` });
  }
}
