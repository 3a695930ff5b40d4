import type { Text } from '../../model/text.ts';

/** A code as it stands in a message; a plain `code` element has no system of its own. */
export interface CodeToCheck { readonly system?: string; readonly code: string; readonly version?: string; readonly display?: string }

/** Why something can't be told here. */
export type Obstacle =
  | 'value-set-unknown' | 'value-set-empty' | 'value-set-circular' | 'value-set-partial'
  | 'system-unknown' | 'system-not-enumerable' | 'system-partial' | 'system-version-unknown' | 'system-missing'
  | 'filter-not-evaluable' | 'case-unknown' | 'sources-differ' | 'not-registered-here';

/** What is in the way, and of which code system or value set (a canonical). */
export interface Unsure { readonly obstacle: Obstacle; readonly about: string }
/** Three values: `true`, `false`, or what is in the way of knowing. */
export type Tri = boolean | Unsure;

/** Union: one that holds is enough; false only when all are. */
export function any(values: Iterable<Tri>): Tri {
  let unsure: Unsure | undefined;
  for (const value of values) {
    if (value === true) return true;
    if (value !== false) unsure ??= value;
  }
  return unsure ?? false;
}
/** Intersection: one that does not hold is enough; true only when all do. */
export function all(values: Iterable<Tri>): Tri {
  let unsure: Unsure | undefined;
  for (const value of values) {
    if (value === false) return false;
    if (value !== true) unsure ??= value;
  }
  return unsure ?? true;
}
export const not = (value: Tri): Tri => typeof value === 'boolean' ? !value : value;

export type CodeCheck =
  | { readonly kind: 'in' }
  | { readonly kind: 'out' }
  | { readonly kind: 'not-checkable'; readonly obstacle: Obstacle; readonly about: string; readonly text: Text };
export type SystemCheck =
  | { readonly kind: 'known' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-checkable'; readonly obstacle: Obstacle; readonly about: string; readonly text: Text };

const words: Readonly<Record<Obstacle, (about: string) => Text>> = {
  'value-set-unknown': (about) => ({ nl: `waardelijst ${about} staat niet in de geladen pakketten`, en: `value set ${about} is not in the loaded packages` }),
  'value-set-empty': (about) => ({ nl: `waardelijst ${about} zegt niet welke codes erin zitten`, en: `value set ${about} does not say which codes are in it` }),
  'value-set-circular': (about) => ({ nl: `waardelijst ${about} verwijst naar zichzelf`, en: `value set ${about} refers to itself` }),
  'value-set-partial': (about) => ({ nl: `waardelijst ${about} is alleen gedeeltelijk uitgeschreven`, en: `value set ${about} is written out in part only` }),
  'system-unknown': (about) => ({ nl: `codesysteem ${about} staat niet in de geladen pakketten`, en: `code system ${about} is not in the loaded packages` }),
  'system-not-enumerable': (about) => ({ nl: `de inhoud van ${about} is hier niet aanwezig; een terminologieserver kan dit wel nagaan`, en: `the content of ${about} is not present here; a terminology server can check this` }),
  'system-partial': (about) => ({ nl: `van codesysteem ${about} is alleen een deel aanwezig`, en: `only a part of code system ${about} is present` }),
  'system-version-unknown': (about) => ({ nl: `codesysteem ${about} is niet in die versie aanwezig`, en: `code system ${about} is not present in that version` }),
  'system-missing': () => ({ nl: 'zonder codesysteem is niet te zeggen welke code bedoeld is', en: 'without a code system it can not be told which code is meant' }),
  'filter-not-evaluable': (about) => ({ nl: `de waardelijst kiest codes van ${about} op een manier die hier niet uit te rekenen is`, en: `the value set selects codes of ${about} in a way that can not be computed here` }),
  'case-unknown': (about) => ({ nl: `het is niet bekend of hoofdletters ertoe doen in ${about}`, en: `it is not known whether case matters in ${about}` }),
  'sources-differ': (about) => ({ nl: `FHIR R4 spreekt zichzelf tegen over meer dan een waardelijst in een deel (${about})`, en: `FHIR R4 contradicts itself on several value sets in one part (${about})` }),
  'not-registered-here': (about) => ({ nl: `de vorm past bij ${about}; of de code bestaat is hier niet na te gaan`, en: `the form fits ${about}; whether the code exists can not be checked here` }),
};
export const obstacleText = ({ obstacle, about }: Unsure): Text => words[obstacle](about.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').slice(0, 300));
