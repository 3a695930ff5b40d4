import { openPki, pkiDirectory } from '../fixtures/pki/index.ts';
import type { Pki, PkiOptions } from '../fixtures/pki/index.ts';
import { writingTo } from './system-error.ts';
import { UserError } from './user-error.ts';

/**
 * The test PKI of this user. A place where it cannot be kept, or a file of it that is damaged, is the user's to put right:
 * a `UserError` that names the place and what to do, in `lang` or, without it, in both languages.
 */
export function ownPki(options: PkiOptions, lang: 'nl' | 'en' | null): Promise<Pki> {
  return writingTo(options.directory ?? pkiDirectory(), lang, async () => {
    try {
      return await openPki(options);
    } catch (error) {
      // Of openPki itself: the file, and why it is of no use.
      const damaged = error instanceof Error ? /^The test PKI (.+?) (is not readable as JSON|was made by another version of Toetssteen|lacks some of the identities)\. /s.exec(error.message) : null;
      if (damaged === null) throw error;
      const [, file] = damaged;
      const nl = `De test-PKI ${file} is beschadigd of van een andere versie. Verwijder dat bestand: bij de volgende start komt er een nieuwe (uw systeem moet dan het nieuwe rootcertificaat krijgen).`;
      const en = (error as Error).message;
      throw new UserError(lang === 'nl' ? nl : lang === 'en' ? en : `${nl} / ${en}`);
    }
  });
}
