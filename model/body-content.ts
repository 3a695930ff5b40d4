import { keptBeside } from './beside.ts';

/*
 * What stands in the bytes of a body, read once for each body object however many ask: the check on BSNs, the simulator,
 * the attribution and the rules all do, one after the other. Nobody may change what they get.
 */

const decoder = new TextDecoder('utf-8');
const texts = keptBeside<Uint8Array, string>();
const values = keptBeside<Uint8Array, unknown>();

/** The body as UTF-8 text, without its byte order mark; what is no UTF-8 becomes U+FFFD. */
export function textInBody(body: Uint8Array): string {
  return texts.of(body, () => decoder.decode(body));
}
/** The value of a body that is JSON as `JSON.parse` takes it; undefined for anything else. Never throws. */
export function jsonInBody(body: Uint8Array): unknown {
  return values.of(body, () => parsed(textInBody(body)));
}
function parsed(text: string): unknown {
  try { return JSON.parse(text) as unknown; } catch { return undefined; }
}
