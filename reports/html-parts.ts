import type { RequirementResult } from '../model/result.ts';
import type { Text } from '../model/text.ts';
import { anchor, html, outside } from './h.ts';
import type { Html, Part } from './h.ts';
import { BASES, CONFIDENCES, VERDICTS, wordFor } from './words.ts';
import type { Lang } from './words.ts';

const CLASSES: Readonly<Record<string, string>> = {
  safety: 'v-safety', fail: 'v-fail', warning: 'v-warning', inconclusive: 'v-inconclusive', pass: 'v-pass', remark: 'v-remark', 'not-tested': 'v-not-tested', 'not-applicable': 'v-not-applicable',
};
/** Class of a verdict or section; class names never come out of data. */
export function classOf(kind: string): string {
  return Object.hasOwn(CLASSES, kind) ? (CLASSES[kind] as string) : 'v-not-tested';
}

/** Mark and word of a verdict: never colour alone. */
export function verdictWord(kind: string, lang: Lang): Html {
  const extra: Readonly<Record<string, Text & { readonly mark: string }>> = {
    safety: { nl: 'Veiligheidsbevinding', en: 'Safety finding', mark: '‼' }, remark: { nl: 'Opmerking', en: 'Remark', mark: 'i' },
    simulator: { nl: 'Fout van een simulator', en: 'Error of a simulator', mark: 'S' },
  };
  const word = (Object.hasOwn(extra, kind) ? extra[kind] : undefined) ?? (Object.hasOwn(VERDICTS, kind) ? VERDICTS[kind as keyof typeof VERDICTS] : { nl: kind, en: kind, mark: '·' });
  return html`<span class="verdict ${classOf(kind)}"><span class="sign" aria-hidden="true">${word.mark}</span>${word[lang]}</span>`;
}

/** One row of a definition list; nothing when there is no value. */
export function row(label: string, value: Part): Html | null {
  return value === null || value === undefined || value === '' || value === false ? null : html`<dt>${label}</dt><dd>${value}</dd>`;
}

/** A section with its heading; nothing when it is empty. */
export function section(id: string, title: string, body: Part): Html | null {
  const empty = body === null || body === undefined || body === '' || body === false || (Array.isArray(body) && body.length === 0);
  return empty ? null : html`<section id="${id}"><h2>${title}</h2>${body}</section>`;
}

export function requirementLink(id: string): Html {
  return html`<a href="#${anchor('eis', id)}">${id}</a>`;
}
export function exchangeLink(id: string): Html {
  return html`<a class="mono" href="#${anchor('bericht', id)}">${id}</a>`;
}
export function findingLink(id: string): Html {
  return html`<a class="mono" href="#${anchor('bevinding', id)}">${id}</a>`;
}

/** Document, version and section of a requirement, with a link to the page. */
export function sourceOf(result: RequirementResult, lang: Lang): Html {
  const { source } = result.requirement;
  const words = lang === 'nl' ? { version: 'versie', section: 'paragraaf' } : { version: 'version', section: 'section' };
  return html`${outside(source.url, source.document)}, ${words.version} ${source.version}, ${words.section} ${source.section}`;
}

/** How sure the rule is: level, basis and confidence in words. */
export function sureness(result: RequirementResult, lang: Lang): Html {
  const { level, basis, confidence, basisNote } = result.requirement;
  return html`${level}; ${wordFor(BASES, basis, lang)}; ${wordFor(CONFIDENCES, confidence, lang)}${basisNote === undefined ? '' : html` <small lang="en">(${basisNote})</small>`}`;
}
