import { refuse, shown } from './request.ts';

/**
 * Splits at a separator that is not escaped, and leaves escapes as they are, so that a part can be split again.
 * Escapes: `\,` `\|` `\$` `\\` (FHIR STU3 and R4, Search, "Escaping Search Parameters").
 */
export function splitUnescaped(text: string, separator: ',' | '|' | '$'): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') { at += 1; continue; }
    if (text[at] === separator) { parts.push(text.slice(from, at)); from = at + 1; }
  }
  parts.push(text.slice(from));
  return parts;
}
/** Undoes the escapes. @throws {SearchRefused} 400 for a backslash before anything else: the specification calls that illegal. */
export function unescaped(text: string, parameter: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(.?)/gs, (all, next: string) => {
    if (next !== '' && ',|$\\'.includes(next)) return next;
    return refuse(parameter, 'invalid', `${parameter}: "${shown(all)}" is no escape; a backslash is written as \\\\.`, `${parameter}: "${shown(all)}" is geen escape; een backslash wordt geschreven als \\\\.`);
  });
}
