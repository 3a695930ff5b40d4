import { isLoopback } from '../../probe/target.ts';

/** The URL, or null when it is none, holds a user name or a fragment, or has another scheme than http(s). */
function parsed(text: string): URL | null {
  if (!URL.canParse(text) || /[\s<>]/.test(text)) return null;
  const url = new URL(text);
  if (url.username || url.password || text.includes('#')) return null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}
export function isHttpsUrl(text: string): boolean { return parsed(text)?.protocol === 'https:'; }
/** An https base to which paths are appended; one that ends in what we append ourselves would make every address wrong. */
export function isBaseUrl(text: string): boolean { return isHttpsUrl(text) && !text.includes('?') && !/\/(Task|metadata|Patient|Bundle)\/*$/.test(text); }
/** https, or plain http to this machine. */
export function isLocalOrHttps(text: string): boolean {
  const url = parsed(text);
  return url !== null && (url.protocol === 'https:' || isLoopback(hostOf(url)));
}
/** True when the address lies on this machine. */
export function isLoopbackUrl(text: string): boolean {
  const url = parsed(text);
  return url !== null && isLoopback(hostOf(url));
}
export function isOrigin(text: string): boolean {
  const url = parsed(text);
  return url?.protocol === 'https:' && /^https:\/\/[^/?]+\/?$/i.test(text);
}
/** Host without brackets. */
export function hostOf(url: URL): string { return url.hostname.replace(/^\[|\]$/g, ''); }
export function portOf(url: URL): number { return url.port ? Number(url.port) : url.protocol === 'http:' ? 80 : 443; }
export const withoutSlash = (text: string): string => text.replace(/\/+$/, '');
