import type { Text } from '../../model/text.ts';

/** Something about a package that its user should know; never in the way of using the rest of it. */
export interface PackageNote {
  readonly kind: 'unsafe-entry' | 'unreadable' | 'doubtful' | 'left-out' | 'duplicate';
  /** File inside the package. */
  readonly file: string;
  readonly text: Text;
}
const words: Readonly<Record<PackageNote['kind'], Text>> = {
  'unsafe-entry': { nl: 'overgeslagen, geen gewoon bestand of geen veilige naam', en: 'passed over, not a plain file or not a safe name' },
  unreadable: { nl: 'overgeslagen, niet te lezen', en: 'passed over, not readable' },
  doubtful: { nl: 'gebruikt, maar niet zonder fouten', en: 'used, but not without faults' },
  'left-out': { nl: 'overgeslagen', en: 'passed over' },
  duplicate: { nl: 'overgeslagen, deze canonical en versie kwam al voor', en: 'passed over, this canonical and version had been seen already' },
};
export function note(kind: PackageNote['kind'], file: string, detail: string): PackageNote {
  const shown = detail.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 300);
  return { kind, file, text: { nl: `${file}: ${words[kind].nl} (${shown})`, en: `${file}: ${words[kind].en} (${shown})` } };
}
