import { expect, test } from 'vitest';
import type { RunResult } from '../model/result.ts';
import { renderHtml } from './html.ts';
import { mapStrings } from './redact.ts';
import { DOUBT } from './words.ts';
import { SAMPLE_SECRETS, sampleResult } from './sample.ts';

const LANGS = ['nl', 'en'] as const;
const sample = sampleResult();

test.each(LANGS)('markup in every string of a result comes out escaped (%s)', (lang) => {
  const evil = '<img src=x onerror=alert(1)>"\'&';
  // Keys of the fixed records stay, or the result would be another shape; all values and all free keys go.
  const clean = renderHtml(sample, lang);
  const page = renderHtml(everyString(sample, evil), lang);
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;');
  expect(page).not.toContain(evil);
  expect(page).not.toMatch(/<img/i);
  expect(page).not.toContain('onerror=alert(1)>');
  // Only elements and attributes of the templates: an injected quote would make others.
  expect(tagsOf(page)).toEqual(tagsOf(clean));
  expect(idsOf(page).every((id) => /^[A-Za-z0-9._-]+$/.test(id))).toBe(true);
});

test.each(LANGS)('page one says what this is and what it is not (%s)', (lang) => {
  const page = renderHtml(sample, lang);
  const first = page.slice(0, page.indexOf('<nav'));
  const words = lang === 'nl'
    ? ['geen certificaat', 'niet geraadpleegd', 'Zelf uitgevoerd', '6 van 12', '2 eisen zijn in deze versie']
    : ['not a certificate', 'not consulted', 'Self-run', '6 of 12', '2 requirements are not built yet'];
  for (const word of [...words, 'Voorbeeld-XIS', '8.4.1', 'twiin-sender', 'twiin-np-stu3', 'RFC 7523', '2015']) expect(first).toContain(word);
});

test.each(LANGS)('page one says why requirements stayed without a verdict, and what the check beforehand doubted (%s)', (lang) => {
  const [one] = sample.requirements;
  const requirements = ['T-1', 'T-2', 'T-3', 'T-4'].map((id) => ({
    ...one!, requirement: { ...one!.requirement, id }, verdict: 'inconclusive' as const, cause: 'undetermined' as const, reason: { nl: 'geen token (HTTP 404) <b>', en: 'no token (HTTP 404) <b>' }, purposes: [], findings: [],
  }));
  const doubted = { check: 'pullTokenEndpoint', ok: true, detail: `${DOUBT[lang]}HTTP 404. <look>` };
  const first = firstPage(renderHtml(sampleResult({ requirements, findings: [], configuration: [doubted, { check: 'clock', ok: true, detail: 'fine' }] }), lang));
  expect(first).toMatch(/<b>4<\/b>.*(geen|no) token \(HTTP 404\) &lt;b&gt;.*href="#eis-T-1".*href="#eis-T-3".* …/);
  expect(first).toContain('pullTokenEndpoint: HTTP 404. &lt;look&gt;');
  expect(first).not.toContain('clock');
  // The reason of many is read once in its section too, with every requirement of it.
  const page = renderHtml(sampleResult({ requirements, findings: [], configuration: [] }), lang);
  const open = page.slice(page.indexOf('<section id="onbeslist"'), page.indexOf('</section>', page.indexOf('<section id="onbeslist"')));
  expect(open.match(/HTTP 404/g)).toHaveLength(1);
  for (const id of ['T-1', 'T-2', 'T-3', 'T-4']) expect(open).toContain(`href="#eis-${id}"`);
  const passed = sample.requirements.filter((each) => each.verdict === 'pass');
  expect(firstPage(renderHtml(sampleResult({ requirements: passed, findings: [], configuration: [doubted] }), lang))).not.toContain('pullTokenEndpoint');
});
const firstPage = (page: string): string => page.slice(0, page.indexOf('<nav'));

test('a witness is named', () => {
  expect(renderHtml(sampleResult({ run: { ...sample.run, witnessedBy: 'A. Getuige' } }), 'nl')).toContain('Bijgewoond door <b>A. Getuige</b>');
});

test.each(LANGS)('it never says more than it knows (%s)', (lang) => {
  expect(renderHtml(sample, lang)).not.toMatch(/certified|certificering|gecertificeerd|conformant|conformance|conformiteit|\bconform\b|compliant/i);
});

test('safety findings come first, then failures, warnings, remarks, waits, not tested and passes', () => {
  const page = renderHtml(sample, 'nl');
  const order = ['veiligheid', 'gefaald', 'waarschuwingen', 'opmerkingen', 'wachtend', 'onbeslist', 'niet-getest', 'gepland', 'niet-van-toepassing', 'geslaagd', 'eisen', 'testgevallen', 'bak', 'simulator', 'configuratie', 'feiten', 'berichten'];
  const places = order.map((id) => page.indexOf(`<section id="${id}"`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});

test('a finding shows requirement, source, expected, actual, place, next step and its exchange with decoded tokens', () => {
  const page = renderHtml(sample, 'nl');
  const card = page.slice(page.indexOf('id="bevinding-f-3"'), page.indexOf('</article>', page.indexOf('id="bevinding-f-3"')));
  for (const word of ['href="#eis-TWIIN-NTF-33"', 'HL7 FHIR STU3', '3.0.2', 'RESTful API, create', 'href="http://hl7.org/fhir/STU3/http.html#create"', 'Status 201 met een header Location', '201 without Location', 'header Location', 'Voeg Location toe', '<details id="bericht-x-0021"', 'sig-2026', '90000044']) {
    expect(card).toContain(word);
  }
});

test('every finding, exchange, requirement and case has one anchor, and every inside link arrives', () => {
  const page = renderHtml(sample, 'nl');
  const ids = idsOf(page);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [...sample.findings.map((each) => `bevinding-${each.id}`), ...sample.exchanges.map((each) => `bericht-${each.id}`), ...sample.requirements.map((each) => `eis-${each.requirement.id}`), ...sample.cases.map((each) => `geval-${each.id}`)]) {
    expect(ids).toContain(id);
  }
  for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
});

test('a wait tells who, what, with which values, until when and what came instead', () => {
  const page = renderHtml(sample, 'nl');
  for (const word of ['Een medewerker van Testziekenhuis Noord', 'haal de BgZ op', 'urn:uuid:3f1d8a70-0000-4000-8000-00000000a001', '18 nov 2026 23:31:05 CET', 'x-0090 POST']) expect(page).toContain(word);
});

test('the page needs nothing from outside and runs nothing', () => {
  const page = renderHtml(sample, 'nl');
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<(?:script|link|iframe|object|embed|form|img|base)\b|\ssrc=|@import|url\(|\son[a-z]+="/i);
});

test('verdicts are told by word and mark, not by colour alone', () => {
  const page = renderHtml(sample, 'nl');
  for (const [mark, word] of [['✕', 'Gefaald'], ['?', 'Onbeslist'], ['!', 'Waarschuwing'], ['✓', 'Geslaagd'], ['○', 'Niet getest'], ['–', 'Niet van toepassing'], ['‼', 'Veiligheidsbevinding']]) {
    expect(page).toContain(`aria-hidden="true">${mark}</span>${word}`);
  }
});

test.each(LANGS)('every element is closed, in the right order (%s)', (lang) => {
  const open: string[] = [];
  for (const [, close, tag] of renderHtml(sample, lang).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (tag === 'meta' || tag === 'br' || tag === undefined) continue;
    if (close === '') open.push(tag);
    else expect(open.pop()).toBe(tag);
  }
  expect(open).toEqual([]);
});

test('no secret of the journal is in it', () => {
  for (const lang of LANGS) for (const secret of SAMPLE_SECRETS) expect(renderHtml(sample, lang)).not.toContain(secret);
});

test('errors of the harness and a wrong configuration go before the results', () => {
  const page = renderHtml(sampleResult({ harnessErrors: ['journal: disk full'], configuration: [{ check: 'trust', ok: false, detail: 'no file' }] }), 'nl');
  expect(page.indexOf('journal: disk full')).toBeGreaterThan(0);
  expect(page.indexOf('no file')).toBeLessThan(page.indexOf('<ul class="big">'));
});

test('a case with very many exchanges links to the first of them and counts the rest', () => {
  const [first] = sample.cases;
  if (first === undefined) throw new Error('the sample has cases');
  const page = renderHtml(sampleResult({ cases: [{ ...first, exchanges: Array.from({ length: 112 }, () => 'x-0012') }] }), 'nl');
  expect(page).toContain('en nog 100');
});

test('a finding seen very often lists fifty places, and links to the others still arrive', () => {
  const often = Array.from({ length: 80 }, (_, i) => ({ ...(sample.findings[1] as RunResult['findings'][number]), id: `often-${i}` }));
  const page = renderHtml(sampleResult({ findings: often }), 'nl');
  expect(page).toContain('En nog 29; alle staan in result.json.');
  expect(idsOf(page).filter((id) => id.startsWith('bevinding-often-'))).toHaveLength(80);
});

test('an error of a simulator is not told as a fault of the product', () => {
  const page = renderHtml(sample, 'nl');
  const card = page.slice(page.indexOf('id="bevinding-f-sim-1"'));
  expect(card).toMatch(/^[^]{0,160}Fout van een simulator/);
  expect(page).toContain('tellen niet mee in het oordeel');
});

test('an empty run still makes a page', () => {
  const none = { pass: 0, fail: 0, warning: 0, inconclusive: 0, 'not-applicable': 0, 'not-tested': 0 };
  const page = renderHtml(sampleResult({ requirements: [], cases: [], findings: [], exchanges: [], tray: [], simulatorFindings: [], configuration: [], sources: [], summary: { ...sample.summary, verdicts: none, claimed: 0, planned: 0 } }), 'nl');
  expect(page).not.toContain('<section id="gefaald"');
  expect(page).toContain('0 van 0');
});

function everyString(result: RunResult, evil: string): RunResult {
  // Each string becomes evil plus a number where it is a name, so that lists keep their length and things their identity.
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return names.has(value) ? `${evil}${names.get(value)}` : evil;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [free.has(value) ? `${evil}${key}` : key, walk(inner)]));
  };
  const names = new Map<string, number>();
  const free = new Set<unknown>();
  for (const each of [...result.findings, ...result.simulatorFindings, ...result.exchanges, ...result.cases, ...result.requirements.map((one) => one.requirement)]) names.set(each.id, names.size);
  for (const view of result.exchanges) free.add(view.requestHeaders).add(view.responseHeaders);
  for (const each of result.cases) if (each.waiting !== null) free.add(each.waiting.values);
  const { verdicts } = result.summary;
  const kept = new Map(result.requirements.map((each) => [each, each.verdict]));
  const changed = walk(result) as RunResult;
  return {
    ...changed,
    summary: { ...changed.summary, verdicts },
    // Verdict, state and severity decide where something stands; their own escaping has its own test.
    requirements: changed.requirements.map((each, i) => ({ ...each, verdict: kept.get(result.requirements[i] as never) as never, state: (result.requirements[i] as never as { state: never }).state })),
    findings: changed.findings.map((each, i) => ({ ...each, severity: (result.findings[i] as never as { severity: never }).severity })),
  };
}

test('words that the report does not know are escaped too', () => {
  const page = renderHtml(mapStrings(sample, (text) => (Object.hasOwn(sample, text) || KEYS.has(text) ? text : '<img src=x>"')) as RunResult, 'nl');
  expect(page).not.toMatch(/<img/);
});
const KEYS = new Set<string>();
(function collect(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach(collect);
  for (const [key, inner] of Object.entries(value)) {
    KEYS.add(key);
    collect(inner);
  }
})(sample);

function tagsOf(page: string): readonly string[] {
  return [...new Set([...page.replace(/<style>[^]*?<\/style>/, '').matchAll(/<([a-z0-9]+)((?:\s+[a-z-]+="[^"<>]*")*)\s*>/gi)].map(([, tag, attributes]) => `${tag} ${[...(attributes ?? '').matchAll(/([a-z-]+)="/g)].map(([, name]) => name).filter((name) => name !== 'rel' && name !== 'href').join(' ')}`.trim()))].sort();
}
function idsOf(page: string): readonly string[] {
  return [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
}

test('the clock offset is told with its side, and with its consequence when it is large', () => {
  const page = (clockOffsetMs: number | null) => renderHtml(sampleResult({ run: { ...sampleResult().run, clockOffsetMs } }), 'nl');
  expect(page(-180)).toContain('180 ms achter');
  expect(page(-180)).not.toContain('te vroeg kunnen lijken');
  expect(page(61_000)).toContain('61000 ms voor: zoveel dat geldige tokens verlopen of te vroeg kunnen lijken');
  expect(page(null)).toContain('niet gemeten');
});
