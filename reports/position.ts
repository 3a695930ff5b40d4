import type { Place } from '../model/rule.ts';
import type { Lang } from './words.ts';

/** ` (regel 3, kolom 9)` where the place in the text of the message is known, else nothing. */
export function positionWords({ position }: Pick<Place, 'position'>, lang: Lang): string {
  if (position === undefined) return '';
  return lang === 'nl' ? ` (regel ${position.line}, kolom ${position.column})` : ` (line ${position.line}, column ${position.column})`;
}
