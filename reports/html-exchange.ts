import type { ExchangeView } from '../model/result.ts';
import { anchor, html } from './h.ts';
import type { Html } from './h.ts';
import { row } from './html-parts.ts';
import { duration, instant } from './time.ts';
import type { Lang } from './words.ts';

const DIRECTIONS: Readonly<Record<string, { readonly nl: string; readonly en: string }>> = {
  'sut-to-simulator': { nl: 'product → simulator', en: 'product → simulator' },
  'probe-to-sut': { nl: 'Toetssteen → product', en: 'Toetssteen → product' },
  connection: { nl: 'verbinding zonder bericht', en: 'connection without a message' },
};

/**
 * Writes each exchange in full once, at the first place that needs it, and links to it afterwards: a report with one
 * message under twenty findings stays readable.
 */
export class ExchangeWriter {
  readonly #views: ReadonlyMap<string, ExchangeView>;
  readonly #written = new Set<string>();
  readonly #lang: Lang;

  constructor(views: readonly ExchangeView[], lang: Lang) {
    this.#views = new Map(views.map((view) => [view.id, view]));
    this.#lang = lang;
  }

  /** The exchange in a `<details>`, or a link when it stands higher up in the report. */
  show(id: string): Html {
    const view = this.#views.get(id);
    if (view === undefined) return html`<p class="soft">${this.#lang === 'nl' ? `Bericht ${id} staat niet in dit rapport.` : `Exchange ${id} is not in this report.`}</p>`;
    if (this.#written.has(id)) return html`<p class="soft">${this.#lang === 'nl' ? 'Bericht' : 'Exchange'} <a class="mono" href="#${anchor('bericht', id)}">${id}</a> ${this.#lang === 'nl' ? 'staat hierboven' : 'is shown above'}: <code>${titleOf(view)}</code></p>`;
    this.#written.add(id);
    return details(view, this.#lang);
  }

  /** Those that no finding has shown. */
  rest(): readonly Html[] {
    return [...this.#views.keys()].filter((id) => !this.#written.has(id)).map((id) => this.show(id));
  }
}

/** Method, target and answer in one line. */
export function titleOf(view: ExchangeView): string {
  const answer = view.status === null ? view.transport : String(view.status);
  return `${view.method} ${view.target} → ${answer}`;
}

function details(view: ExchangeView, lang: Lang): Html {
  const nl = lang === 'nl';
  return html`<details id="${anchor('bericht', view.id)}"><summary><span class="mono">${view.id}</span> <code>${titleOf(view)}</code></summary><div class="inside">
<dl>${[
  row(nl ? 'Richting' : 'Direction', DIRECTIONS[view.direction]?.[lang] ?? view.direction),
  row(nl ? 'Tijd' : 'Time', `${instant(view.at, lang)}${view.durationMs === null ? '' : ` (${duration(view.durationMs)})`}`),
  row(nl ? 'Eindpunt, rol' : 'Endpoint, role', [view.endpoint, view.role, view.organisation === '' ? '' : `URA ${view.organisation}`].filter((each) => each !== '').join(', ')),
  row(nl ? 'Testgeval' : 'Test case', view.case === null ? null : html`<a href="#${anchor('geval', view.case.id)}">${view.case.id}</a> (${nl ? 'poging' : 'attempt'} ${view.case.attempt})`),
  row(nl ? 'Bewust fout gestuurd' : 'Sent wrong on purpose', view.stimulus),
  row(nl ? 'Ingezette storing' : 'Armed fault', view.fault),
  row(nl ? 'Verloop' : 'Transport', view.transport),
  row('TLS', view.tls),
]}</dl>
${view.tokens.length === 0 ? null : html`<h4>${nl ? 'Tokens, ontcijferd, zonder handtekening' : 'Tokens, decoded, without signature'}</h4>${view.tokens.map((token) => html`<p class="soft">${token.name}</p><pre>${JSON.stringify({ header: token.header, claims: token.claims }, null, 2)}</pre>`)}`}
${message(nl ? 'Verzoek' : 'Request', `${view.method} ${view.target}`, view.requestHeaders, view.requestBody)}
${view.status === null ? null : message(nl ? 'Antwoord' : 'Response', String(view.status), view.responseHeaders, view.responseBody)}
${view.status === null && view.responseBody !== '' ? html`<pre>${view.responseBody}</pre>` : null}
</div></details>`;
}

function message(title: string, first: string, headers: Readonly<Record<string, string>>, body: string): Html {
  const lines = [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join('\n');
  return html`<h4>${title}</h4><pre>${lines}${body === '' ? '' : `\n\n${body}`}</pre>`;
}
