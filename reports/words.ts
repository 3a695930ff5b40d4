import type { CaseState, Cause, Verdict } from '../model/result.ts';
import type { Basis, Confidence, Severity } from '../model/requirement.ts';
import type { Text } from '../model/text.ts';

export type Lang = 'nl' | 'en';

/** The sentence in the asked language. */
export function say(text: Text, lang: Lang): string {
  return text[lang];
}

/** Fixed words of the reports; `mark` makes a verdict readable without colour. */
export interface VerdictWord extends Text { readonly mark: string }
export const VERDICTS: Readonly<Record<Verdict, VerdictWord>> = {
  fail: { nl: 'Gefaald', en: 'Failed', mark: '✕' },
  inconclusive: { nl: 'Onbeslist', en: 'Inconclusive', mark: '?' },
  warning: { nl: 'Waarschuwing', en: 'Warning', mark: '!' },
  pass: { nl: 'Geslaagd', en: 'Passed', mark: '✓' },
  'not-tested': { nl: 'Niet getest', en: 'Not tested', mark: '○' },
  'not-applicable': { nl: 'Niet van toepassing', en: 'Not applicable', mark: '–' },
};
/** Gravest first: the order in which a reader wants them. */
export const VERDICT_ORDER: readonly Verdict[] = ['fail', 'inconclusive', 'warning', 'pass', 'not-tested', 'not-applicable'];

/** Before the detail of a configuration check that is no error, but may be why something stays without a verdict. */
export const DOUBT: Text = { nl: 'let op: ', en: 'mind: ' };

export const CAUSES: Readonly<Record<Cause, Text>> = {
  product: { nl: 'het product', en: 'the product' },
  configuration: { nl: 'de configuratie (aangetoond)', en: 'the configuration (shown)' },
  harness: { nl: 'Toetssteen zelf (zie fouten van de testopstelling)', en: 'Toetssteen itself (see errors of the test harness)' },
  specification: { nl: 'de specificatie: bronnen spreken elkaar tegen', en: 'the specification: sources contradict each other' },
  undetermined: { nl: 'niet vastgesteld', en: 'not determined' },
};
export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  fail: { nl: 'Fout', en: 'Failure' },
  warning: { nl: 'Waarschuwing', en: 'Warning' },
  remark: { nl: 'Opmerking', en: 'Remark' },
};
export const CASE_STATES: Readonly<Record<CaseState, Text>> = {
  'not-started': { nl: 'niet begonnen', en: 'not started' },
  running: { nl: 'bezig', en: 'running' },
  waiting: { nl: 'wacht', en: 'waiting' },
  finished: { nl: 'afgerond', en: 'finished' },
  'not-applicable': { nl: 'niet van toepassing', en: 'not applicable' },
  error: { nl: 'afgebroken door een fout', en: 'stopped by an error' },
};
export const BASES: Readonly<Record<Basis, Text>> = {
  published: { nl: 'gelezen in de bron zelf', en: 'read in the source itself' },
  reported: { nl: 'via een derde die de bron aanhaalt', en: 'through somebody who cites the source' },
  draft: { nl: 'gepubliceerd als concept', en: 'published as a draft' },
  inferred: { nl: 'eigen afleiding', en: 'our own deduction' },
};
export const CONFIDENCES: Readonly<Record<Confidence, Text>> = {
  high: { nl: 'zekerheid hoog', en: 'confidence high' },
  medium: { nl: 'zekerheid middelmatig', en: 'confidence medium' },
  low: { nl: 'zekerheid laag: betwist', en: 'confidence low: disputed' },
};

/** A word from a table, or the value itself when a result holds one that the table does not know. */
export function wordFor(table: Readonly<Record<string, Text>>, key: string, lang: Lang): string {
  return Object.hasOwn(table, key) ? (table[key] as Text)[lang] : key;
}
