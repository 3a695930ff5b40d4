import type { Exchange } from '../../model/exchange.ts';
import { textOf } from './body.ts';

/** Parameters of a form body (application/x-www-form-urlencoded); the first of repeated names counts. */
export function formOf(exchange: Exchange): ReadonlyMap<string, string> {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(textOf(exchange, 'request'))) if (!form.has(name)) form.set(name, value);
  return form;
}
