import type { Text } from '../model/text.ts';
import { UserError } from './user-error.ts';

/** What the operating system refused, in words, with what to do; the codes are those of Node (errno names). */
const refusals: Readonly<Record<string, { readonly why: Text; readonly next: Text }>> = {
  EACCES: { why: { nl: 'u mag daar niet schrijven', en: 'you may not write there' }, next: { nl: 'Kies een andere map, of geef uzelf schrijfrecht.', en: 'Choose another folder, or give yourself the right to write.' } },
  ENOTDIR: { why: { nl: 'een deel van het pad is een bestand en geen map', en: 'a part of the path is a file and no folder' }, next: { nl: 'Kies een andere map.', en: 'Choose another folder.' } },
  EEXIST: { why: { nl: 'daar staat al een bestand met die naam', en: 'a file of that name stands there already' }, next: { nl: 'Kies een andere map.', en: 'Choose another folder.' } },
  EISDIR: { why: { nl: 'dit is een map en geen bestand', en: 'this is a folder and no file' }, next: { nl: 'Noem een bestand.', en: 'Name a file.' } },
  ENOENT: { why: { nl: 'de map bestaat niet', en: 'the folder does not exist' }, next: { nl: 'Maak de map eerst, of verbeter het pad.', en: 'Make the folder first, or correct the path.' } },
  ENOSPC: { why: { nl: 'de schijf is vol', en: 'the disk is full' }, next: { nl: 'Maak ruimte en probeer het opnieuw.', en: 'Make room and try again.' } },
  EROFS: { why: { nl: 'deze schijf is alleen te lezen', en: 'this disk can only be read' }, next: { nl: 'Kies een map op een andere schijf.', en: 'Choose a folder on another disk.' } },
  ENAMETOOLONG: { why: { nl: 'de naam is te lang', en: 'the name is too long' }, next: { nl: 'Kies een kortere naam.', en: 'Choose a shorter name.' } },
};
const sameAs: Readonly<Record<string, string>> = { EPERM: 'EACCES', EDQUOT: 'ENOSPC' };

/**
 * Writes where the user said. What the system refuses becomes a `UserError` that names the place, why, and what to do,
 * in `lang` or, without it, in both languages; any other error is passed on as it is.
 */
export async function writingTo<T>(place: string, lang: 'nl' | 'en' | null, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const told = refusal(place, error);
    if (told === null) throw error;
    throw new UserError(lang === null ? `${told.nl} / ${told.en}` : told[lang]);
  }
}

function refusal(place: string, error: unknown): Text | null {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = refusals[sameAs[code] ?? code];
  if (known === undefined) return null;
  return { nl: `Schrijven naar ${place} lukt niet: ${known.why.nl} (${code}). ${known.next.nl}`, en: `Writing to ${place} fails: ${known.why.en} (${code}). ${known.next.en}` };
}
