import type { Exchange, JournalEntry } from '../model/exchange.ts';
import type { CaseResult, Finding, RequirementResult, RunResult, Verdict } from '../model/result.ts';
import type { PurposeKind, Requirement, TestPurpose } from '../model/requirement.ts';
import type { StimulusName, Stimulus } from '../model/stimulus.ts';
import type { Text } from '../model/text.ts';
import { exitCodeOf } from './exit-code.ts';
import { viewsOf } from './redact.ts';

/** Secrets of the sample journal: none of them may come out of a report. */
export const SAMPLE_SECRETS: readonly string[] = ['c2lnbmF0dXJlLW9mLWEtc2FtcGxlLXRva2Vu', '8c2e51f0-oost-7b1d4ae93f66', 'ZjM4YTdiNjItMWQ0Zi00YmE5', 'sessie=5f0a3c77b2d94e18'];
const [SIGNATURE, ACCESS_TOKEN, BASE, COOKIE] = SAMPLE_SECRETS as [string, string, string, string];
const START = Date.UTC(2026, 10, 17, 21, 31, 5);
const t = (nl: string, en: string): Text => ({ nl, en });

/**
 * A realistic result of a run for tests and for looking at reports: a safety finding, failures (one seen three times),
 * warnings, a remark, a wait for a person, an inconclusive requirement, planned ones, a tray, a simulator finding.
 * Always the same; a part of it can be replaced.
 */
export function sampleResult(replace: Partial<RunResult> = {}): RunResult {
  const requirements = sampleRequirements();
  const findings = sampleFindings();
  const cases = sampleCases();
  const exit = exitCodeOf({ harnessErrors: [], configurationProblems: [], findings, requirements, cases });
  const count = (verdict: Verdict): number => requirements.filter((each) => each.verdict === verdict).length;
  return {
    schema: 'toetssteen-result-1',
    run: { id: 'run-20261117-2231', startedAt: START, finishedAt: START + 4_332_000, toetssteen: '0.1.0', continuations: 1, witnessedBy: null, clockOffsetMs: -180, node: 'v24.21.0', virtualTime: false },
    ics: {
      product: 'Voorbeeld-XIS', version: '8.4.1', supplier: 'Voorbeeld Zorgsoftware B.V.',
      parts: [{ name: 'Twiin-koppelvlak', supplier: 'Tussenpartij B.V.', version: '3.2' }, { name: 'Kluis voor sleutels', supplier: 'Voorbeeld Zorgsoftware B.V.' }],
      roles: ['twiin-sender', 'twiin-receiver', 'zorgab-client'], profiles: ['twiin-np-stu3'],
      options: { addressing: 'zorg-ab', workflowTask: true, authorizationBase: true, cancellation: true, renewal: true, notificationContent: 'both', formats: ['json'], queryList: 'bgz-1', duplicatesPossible: false, showsMap: false },
      extraBsns: [],
    },
    organisation: { ura: '90000011', name: 'Testziekenhuis Noord' },
    configuration: [
      { check: 'token-endpoint-reachable', ok: true, detail: 'POST https://xis.noord.example/oauth/token: 400 in 41 ms' },
      { check: 'clock-offset', ok: true, detail: '-180 ms' },
      { check: 'client-keys', ok: true, detail: '1 key, ES256, kid sig-2026' },
    ],
    packages: [{ name: 'nictiz.fhir.nl.stu3.zib2017', version: '2.2.18', sha256: '3b1f'.repeat(16) }],
    sources: sourcesOf(requirements),
    summary: {
      verdicts: { pass: count('pass'), fail: count('fail'), warning: count('warning'), inconclusive: count('inconclusive'), 'not-applicable': count('not-applicable'), 'not-tested': count('not-tested') },
      safetyFindings: findings.filter((each) => each.safety).length,
      warnings: findings.filter((each) => each.severity === 'warning' && !each.safety).length,
      remarks: findings.filter((each) => each.severity === 'remark' && !each.safety).length,
      planned: requirements.filter((each) => each.state === 'planned').length,
      claimed: requirements.length,
      exitCode: exit.code,
      exitReason: exit.reason,
    },
    requirements,
    cases,
    findings,
    exchanges: viewsOf(sampleJournal()),
    tray: [{ exchange: 'x-0090', why: t('Melding voor een onbekende groupIdentifier: geen testgeval verwachtte haar.', 'Notification with an unknown groupIdentifier: no test case expected it.') }],
    simulatorFindings: [{
      ...findings[3] as Finding, id: 'f-sim-1', rule: 'directory-search-answers-a-searchset', requirement: 'ZAB-014', role: 'simulator', severity: 'fail', safety: false, harm: undefined,
      title: t('De simulator van ZORG-AB gaf een andere Bundle dan een searchset', 'The ZORG-AB simulator gave another Bundle than a searchset'), exchanges: ['x-0002'],
      place: { exchange: 'x-0002', part: 'response', path: 'Bundle.type' }, actual: 'collection',
      expected: t('`searchset`', '`searchset`'), next: t('Meld dit aan de makers van Toetssteen.', 'Report this to the makers of Toetssteen.'), cause: 'harness',
    }],
    harnessErrors: [],
    ...replace,
  };
}

interface Given { readonly id: string; readonly source: readonly [document: string, version: string, section: string, url: string]; readonly statement: string; readonly roles: readonly string[]; readonly safety?: boolean; readonly level?: Requirement['level']; readonly basis?: Requirement['basis']; readonly confidence?: Requirement['confidence']; readonly note?: string }
const NETWORK = ['Network level security mTLS1.3', '1.4.0', 'Z2.3.6', 'https://afsprakenstelsel.twiin.nl/normatief/ta140/z2-3-6-network-level-security-mtls1-3'] as const;
const REFERRAL = ['Nuts use-case profile bgz-referral', '1.00', 'Access Policy', 'https://github.com/jorritspee/nuts-use-case-profile-bgz-referral README.md'] as const;
const PULL = ['Application on Nuts Notified Pull', '1.00', '4.1.1-4.1.3, 4.3', 'https://github.com/jorritspee/Application-on-Nuts-Notified-Pull README.md'] as const;
const STU3 = ['HL7 FHIR STU3', '3.0.2', 'RESTful API, create', 'http://hl7.org/fhir/STU3/http.html#create'] as const;
const SEARCH = ['Twiin-04 Search Resource(s)', '1.4.0', '10.5.4', 'https://afsprakenstelsel.twiin.nl/normatief/ta140/10-3-4-twiin-04-search-resource-s'] as const;
const TOKENS = ['RFC 7523', '2015', '3 (items 3, 4, 9)', 'https://www.rfc-editor.org/rfc/rfc7523'] as const;
const DIRECTORY = ['MGO localization service (client of ZORG-AB test environment)', '855fd28 (2026-04-22)', 'normalization/utils.py', 'https://github.com/minvws/nl-mgo-localization'] as const;

const REQUIREMENTS: Readonly<Record<string, Requirement>> = Object.fromEntries(([
  { id: 'TWIIN-PUL-18', source: REFERRAL, statement: 'Access ends at the end of the authorization period.', roles: ['twiin-sender'], safety: true, basis: 'reported', confidence: 'low', note: 'Nuts BgZ norm; WARN for Twiin' },
  { id: 'TWIIN-NTF-12', source: PULL, statement: 'code.coding contains http://fhir.nl/fhir/NamingSystem/TaskCode|pull-notification.', roles: ['twiin-sender'], basis: 'reported' },
  { id: 'TWIIN-NTF-33', source: STU3, statement: 'A created Task is answered 201 with a Location header.', roles: ['twiin-receiver'] },
  { id: 'TWIIN-PUL-08', source: SEARCH, statement: 'The server accepts encoded and unencoded forms of the same query.', roles: ['twiin-sender'], level: 'SHOULD', basis: 'inferred', confidence: 'medium' },
  { id: 'TWIIN-NTF-28', source: PULL, statement: 'A renewed notification has another identifier and the same groupIdentifier.', roles: ['twiin-sender'], level: 'SHOULD', basis: 'inferred', confidence: 'medium' },
  { id: 'TWIIN-NET-06', source: NETWORK, statement: "The resource endpoint of the sender and the notification endpoint (FHIR Task) of the receiver are protected by mutual TLS.", roles: ['twiin-sender', 'twiin-receiver'], safety: true },
  { id: 'TWIIN-AUT-21', source: TOKENS, statement: 'An assertion with wrong signature, wrong audience or past exp is refused with an OAuth error.', roles: ['twiin-sender', 'twiin-receiver'], safety: true },
  { id: 'TWIIN-NTF-09', source: PULL, statement: 'groupIdentifier is present.', roles: ['twiin-sender'], basis: 'reported' },
  { id: 'ZAB-028', source: DIRECTORY, statement: 'The client treats the geolocation extension of ZORG-AB as Rijksdriehoek coordinates (latitude=x, longitude=y), not degrees.', roles: ['zorgab-client'], basis: 'inferred', confidence: 'medium' },
  { id: 'TWIIN-PUL-05', source: SEARCH, statement: 'The receiver executes each search of the notification unchanged.', roles: ['twiin-receiver'] },
  { id: 'TWIIN-NTF-13', source: PULL, statement: 'restriction.period.end, when present, lies in the future at the moment of sending.', roles: ['twiin-sender'], basis: 'reported' },
  { id: 'TWIIN-NTF-39', source: STU3, statement: 'An unknown input type is kept and ignored.', roles: ['twiin-receiver'], level: 'MAY' },
] satisfies readonly Given[]).map((given: Given): [string, Requirement] => [given.id, {
  id: given.id,
  source: { document: given.source[0], version: given.source[1], section: given.source[2], url: given.source[3] },
  clause: null, actor: 'Sending GtK', level: given.level ?? 'MUST', basis: given.basis ?? 'published', confidence: given.confidence ?? 'high',
  ...(given.note === undefined ? {} : { basisNote: given.note }),
  statement: given.statement, check: 'See the test purposes.', useCase: 'Notified Pull (generic)', subject: 'sut', observe: 'trace', roles: given.roles, safety: given.safety ?? false, profile: 'default', negative: false,
}]));

function purpose(requirement: string, role: string, rule: string, title: Text, kind: PurposeKind = 'invariant', invalid?: StimulusName): TestPurpose {
  return { id: `${requirement}/${rule}`, requirement, role, kind, title, stimulus: invalid === undefined ? { valid: true } : { valid: false, name: invalid }, rule, minimumEvidence: 1, state: 'automated' };
}

type Extra = Partial<Pick<RequirementResult, 'severity' | 'state' | 'cause' | 'reason' | 'findings' | 'purposes'>>;
function result(id: string, verdict: Verdict, extra: Extra = {}): RequirementResult {
  const requirement = REQUIREMENTS[id] as Requirement;
  return { requirement, roles: requirement.roles, severity: 'fail', state: 'automated', verdict, cause: null, reason: null, purposes: [], findings: [], ...extra };
}

function sampleRequirements(): readonly RequirementResult[] {
  const refused = purpose('TWIIN-AUT-21', 'twiin-sender', 'forged-assertion-gets-no-token', t('Een vervalste assertion levert geen token op', 'A forged assertion gets no token'), 'stimulus-response', 'client-assertion-forged');
  const group = purpose('TWIIN-NTF-09', 'twiin-sender', 'notification-has-group-identifier', t('De melding heeft een groupIdentifier', 'The notification has a groupIdentifier'));
  const code = purpose('TWIIN-NTF-12', 'twiin-sender', 'notification-code-is-pull-notification', t('Elke melding draagt de code pull-notification', 'Every notification carries the code pull-notification'));
  return [
    result('TWIIN-PUL-18', 'warning', { severity: 'warning', cause: 'undetermined', reason: t('Na afloop van de termijn gaf het systeem nog gegevens.', 'The system still gave data after the period.'), findings: ['f-1'] }),
    result('TWIIN-NTF-12', 'fail', { cause: 'product', reason: t('De code van de melding is een andere', 'The notification carries another code'), findings: ['f-2', 'f-2b', 'f-2c'], purposes: [{ purpose: code, verdict: 'fail', evidence: [], reason: t('De code van de melding is een andere', 'The notification carries another code'), cause: 'product' }] }),
    result('TWIIN-NTF-33', 'fail', { cause: 'product', reason: t('Geen Location in het antwoord', 'No Location in the answer'), findings: ['f-3'] }),
    result('TWIIN-PUL-08', 'warning', { severity: 'warning', cause: 'undetermined', reason: t('Een van de drie schrijfwijzen gaf een fout', 'One of three spellings gave an error'), findings: ['f-4'] }),
    result('TWIIN-NTF-28', 'inconclusive', { severity: 'warning', cause: 'undetermined', reason: t('Er kwam geen tweede melding binnen het venster van 10 minuten.', 'No second notification came within the window of 10 minutes.') }),
    result('TWIIN-NET-06', 'not-tested', { reason: t('TLS eindigt bij een proxy: de opstelling ziet het certificaat niet.', 'TLS ends at a proxy: the harness does not see the certificate.') }),
    result('TWIIN-AUT-21', 'pass', { purposes: [{ purpose: refused, verdict: 'pass', evidence: [{ purpose: refused.id, rule: refused.rule, exchange: 'x-0030', seen: '401 invalid_client after client-assertion-forged' }], reason: null, cause: null }] }),
    result('TWIIN-NTF-09', 'pass', { purposes: [{ purpose: group, verdict: 'pass', evidence: [{ purpose: group.id, rule: group.rule, exchange: 'x-0012', seen: 'groupIdentifier urn:uuid:7a1f0c3e-0000-4000-8000-000000000001' }], reason: null, cause: null }] }),
    result('ZAB-028', 'not-applicable', { state: 'attested', severity: 'warning', reason: t('Het product toont geen kaart of afstand (verklaring: showsMap = nee).', 'The product shows no map or distance (statement: showsMap = no).') }),
    result('TWIIN-PUL-05', 'inconclusive', { cause: 'undetermined', reason: t('Het testgeval wacht nog op een medewerker.', 'The test case still waits for a person.') }),
    result('TWIIN-NTF-13', 'not-tested', { state: 'planned', reason: t('Nog niet gebouwd in deze versie.', 'Not built yet in this version.') }),
    result('TWIIN-NTF-39', 'not-tested', { state: 'planned', severity: 'remark', reason: t('Nog niet gebouwd in deze versie.', 'Not built yet in this version.') }),
  ];
}

function sampleFindings(): readonly Finding[] {
  const code: Finding = {
    id: 'f-2', rule: 'notification-code-is-pull-notification', requirement: 'TWIIN-NTF-12', role: 'twiin-sender', severity: 'fail', safety: false,
    title: t('De melding draagt niet de code pull-notification', 'The notification does not carry the code pull-notification'),
    place: { exchange: 'x-0012', part: 'request', path: 'Task.code.coding[0].system' },
    expected: t('Een coding met system http://fhir.nl/fhir/NamingSystem/TaskCode en code pull-notification.', 'A coding with system http://fhir.nl/fhir/NamingSystem/TaskCode and code pull-notification.'),
    actual: 'http://fhir.nl/fhir/CodeSystem/TaskCode | pull-notification',
    next: t('Zet in Task.code.coding.system de waarde met NamingSystem in plaats van CodeSystem. Dit staat meestal op één plaats in de sjabloon van de melding.', 'Put the value with NamingSystem instead of CodeSystem in Task.code.coding.system. It usually stands in one place in the template of the notification.'),
    exchanges: ['x-0012'], case: { id: 'bgz-verwijzing-versturen', attempt: 1 }, at: START + 62_000, cause: 'product',
  };
  return [
    {
      ...code, id: 'f-1', rule: 'no-data-after-authorization-period', requirement: 'TWIIN-PUL-18', severity: 'warning', safety: true, cause: 'undetermined',
      harm: t('Patiëntgegevens zijn gegeven aan een organisatie die daarvoor geen toestemming meer had.', 'Patient data were given to an organisation whose authorization had ended.'),
      title: t('Na afloop van de termijn gaf het systeem nog medicatiegegevens', 'The system still gave medication data after the period had ended'),
      place: { exchange: 'x-0041', part: 'response', path: 'Bundle.entry[0..3]' },
      expected: t('401 of 403, zonder resources: de termijn van de melding eindigde 31 minuten eerder.', '401 or 403, without resources: the period of the notification ended 31 minutes earlier.'),
      actual: '200, Bundle with 4 entries (MedicationStatement)', exchanges: ['x-0041'], case: { id: 'bgz-na-termijn', attempt: 1 }, at: START + 3_900_000,
      next: t('Laat de autorisatieserver bij elke tokenvraag Task.restriction.period.end controleren, en geef tokens uit die niet langer leven dan die termijn.', 'Let the authorization server check Task.restriction.period.end at each token request, and issue tokens that do not outlive that period.'),
    },
    code,
    { ...code, id: 'f-2b', exchanges: ['x-0055'], place: { ...code.place, exchange: 'x-0055' }, at: START + 900_000, case: { id: 'bgz-vernieuwen', attempt: 1 } },
    {
      ...code, id: 'f-3', rule: 'created-task-has-location', requirement: 'TWIIN-NTF-33', role: 'twiin-receiver', title: t('Het antwoord op een nieuwe Task heeft geen Location', 'The answer to a new Task has no Location'),
      place: { exchange: 'x-0021', part: 'response', path: 'header Location' }, expected: t('Status 201 met een header Location die naar de nieuwe Task wijst.', 'Status 201 with a Location header that points to the new Task.'), actual: '201 without Location',
      next: t('Voeg Location toe met de absolute of relatieve URL van de Task, met versie.', 'Add Location with the absolute or relative URL of the Task, with version.'), exchanges: ['x-0021'], case: { id: 'melding-ontvangen', attempt: 1 }, at: START + 120_000,
    },
    { ...code, id: 'f-2c', exchanges: ['x-0056'], place: { ...code.place, exchange: 'x-0056' }, at: START + 960_000, case: { id: 'bgz-intrekken', attempt: 1 } },
    {
      ...code, id: 'f-4', rule: 'query-spellings-give-the-same', requirement: 'TWIIN-PUL-08', severity: 'warning', cause: 'undetermined', title: t('Een zoekvraag met ongecodeerde | geeft een fout', 'A query with an unencoded | gives an error'),
      place: { exchange: 'x-0044', part: 'response', path: 'status' }, expected: t('Hetzelfde antwoord op %7C en |.', 'The same answer to %7C and |.'), actual: '400 Bad Request',
      next: t('Sta | in de querystring toe; vaak weigert een proxy ervoor het teken.', 'Allow | in the query string; often a proxy in front refuses the character.'), exchanges: ['x-0044'], case: { id: 'bgz-opvragen', attempt: 2 }, at: START + 700_000,
    },
    {
      ...code, id: 'f-5', rule: 'tls-1-3-offered', requirement: 'TWIIN-NET-06', severity: 'remark', cause: 'undetermined', title: t('De client biedt ook TLS 1.2 aan', 'The client offers TLS 1.2 too'),
      place: { exchange: 'x-0012', part: 'tls', path: 'protocol' }, expected: t('TLS 1.3', 'TLS 1.3'), actual: 'TLSv1.2 and TLSv1.3', next: t('Geen actie nodig.', 'No action needed.'), exchanges: ['x-0012'], case: null, at: START + 61_000,
    },
  ];
}

function sampleCases(): readonly CaseResult[] {
  const base: CaseResult = { id: 'bgz-verwijzing-versturen', title: t('Een BgZ-verwijzing versturen', 'Send a BgZ referral'), role: 'twiin-sender', state: 'finished', attempts: 1, scenario: 'bgz/verwijzing.feature:12', waiting: null, exchanges: ['x-0012'], findings: ['f-2'], reason: null };
  return [
    base,
    { ...base, id: 'bgz-na-termijn', title: t('Opvragen na afloop van de termijn', 'Pull after the period has ended'), exchanges: ['x-0041'], findings: ['f-1'] },
    { ...base, id: 'bgz-opvragen', title: t('De aangeboden BgZ opvragen', 'Pull the offered BgZ'), attempts: 2, exchanges: ['x-0030', 'x-0044'], findings: ['f-4'], reason: t('Poging 1 brak af doordat Toetssteen werd gestopt.', 'Attempt 1 broke off because Toetssteen was stopped.') },
    { ...base, id: 'melding-ontvangen', title: t('Een melding ontvangen', 'Receive a notification'), role: 'twiin-receiver', exchanges: ['x-0021'], findings: ['f-3'] },
    {
      ...base, id: 'bgz-ophalen', title: t('Ophalen wat in een melding is aangeboden', 'Fetch what a notification offers'), role: 'twiin-receiver', state: 'waiting', exchanges: ['x-0021'], findings: [],
      waiting: {
        id: 'w-7', for: 'message', who: t('Een medewerker van Testziekenhuis Noord', 'A person of Testziekenhuis Noord'), what: t('Open de verwijzing van deze patiënt en haal de BgZ op.', 'Open the referral of this patient and fetch the BgZ.'),
        values: { patient: '999990019', notification: 'urn:uuid:3f1d8a70-0000-4000-8000-00000000a001', sender: 'Testziekenhuis West (URA 90000044)' },
        seenInstead: ['x-0090 POST /t1/twiin/90000022/fhir/Task: 201'], until: START + 90_000_000,
      },
    },
    { ...base, id: 'kaart', title: t('Een afstand of kaart tonen', 'Show a distance or map'), role: 'zorgab-client', state: 'not-applicable', attempts: 0, scenario: null, exchanges: [], findings: [], reason: t('Het product toont geen kaart.', 'The product shows no map.') },
  ];
}

function sourcesOf(requirements: readonly RequirementResult[]): RunResult['sources'] {
  const sources = new Map<string, { document: string; version: string; url: string; requirements: number }>();
  for (const { requirement: { source } } of requirements) {
    const key = `${source.document} ${source.version}`;
    const known = sources.get(key) ?? { document: source.document, version: source.version, url: source.url, requirements: 0 };
    sources.set(key, { ...known, requirements: known.requirements + 1 });
  }
  return [...sources.values()];
}

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function jwt(claims: object): string {
  return `${part({ alg: 'ES256', typ: 'JWT', kid: 'sig-2026' })}.${part(claims)}.${SIGNATURE}`;
}

/** The journal behind the exchanges of the sample, secrets included. */
export function sampleJournal(): readonly JournalEntry[] {
  const fhir = { 'content-type': 'application/fhir+json; charset=utf-8' };
  const task = {
    resourceType: 'Task', status: 'requested', intent: 'order',
    code: { coding: [{ system: 'http://fhir.nl/fhir/CodeSystem/TaskCode', code: 'pull-notification' }] },
    groupIdentifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:7a1f0c3e-0000-4000-8000-000000000001' },
    for: { identifier: { system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: '999990019' } },
    input: [
      { type: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code: 'authorization-base' }] }, valueString: BASE },
      { type: { coding: [{ system: 'http://fhir.nl/fhir/NamingSystem/TaskParameter', code: 'search' }] }, valueString: 'MedicationStatement?category=urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3|6' },
    ],
  };
  const base = simple('x-0012', 57_000, 'notification', 'POST', '/t1/twiin/90000022/fhir/Task', { ...fhir, authorization: `Bearer ${ACCESS_TOKEN}` }, task, 201, { ...fhir, location: 'https://toetssteen.example/t1/twiin/90000022/fhir/Task/8f2/_history/1' }, task);
  const tokenBody = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: jwt({ iss: 'https://as.west.example', sub: '90000044', aud: 'https://xis.noord.example', patient: '999990019', authorization_base: BASE, exp: 1795000000 }),
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: jwt({ iss: 'https://as.west.example', sub: 'toetssteen', aud: 'https://xis.noord.example/oauth/token', exp: 1795000000 }),
  }).toString();
  const probe = (exchange: Exchange): Exchange => ({ ...exchange, side: 'probe', organisation: '90000044' });
  const medication = { resourceType: 'Bundle', type: 'searchset', total: 4, entry: [1, 2, 3, 4].map((n) => ({ resource: { resourceType: 'MedicationStatement', id: `m${n}`, status: 'active', dosage: [{ doseQuantity: { value: 1, unit: 'stuk' } }] } })) };
  return [
    { ...simple('x-0002', 4_000, 'directory', 'GET', '/t1/zorg-ab/zab-ro/fhir/Organization?identifier=http%3A%2F%2Ffhir.nl%2Ffhir%2FNamingSystem%2Fura%7C90000022', {}, '', 200, fhir, { resourceType: 'Bundle', type: 'collection' }), role: 'zorgab-client', organisation: '' },
    base,
    probe({ ...simple('x-0021', 118_000, 'notification', 'POST', '/fhir/Task', { ...fhir, authorization: `Bearer ${jwt({ sub: '90000044' })}` }, task, 201, fhir, task), role: 'twiin-receiver' }),
    probe({ ...simple('x-0030', 300_000, 'token', 'POST', '/oauth/token', { 'content-type': 'application/x-www-form-urlencoded' }, tokenBody, 401, { 'content-type': 'application/json', 'set-cookie': COOKIE }, { error: 'invalid_client' }), stimulus: { valid: false, name: 'client-assertion-forged', expects: 'refuse-token' } satisfies Stimulus }),
    probe({ ...simple('x-0041', 3_899_000, 'resource', 'GET', '/fhir/MedicationStatement?category=urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3%7C6', { authorization: `Bearer ${ACCESS_TOKEN}`, accept: 'application/fhir+json' }, '', 200, fhir, medication), stimulus: { valid: false, name: 'authorization-base-period-ended', expects: 'refuse-data' } satisfies Stimulus }),
    probe(simple('x-0044', 699_000, 'resource', 'GET', '/fhir/Condition?code=a|b', { authorization: `Bearer ${ACCESS_TOKEN}` }, '', 400, { 'content-type': 'text/html' }, '<html><body>Bad Request</body></html>')),
    { ...base, id: 'x-0055', seq: 55, startedAt: START + 899_000, endedAt: START + 899_040 },
    { ...base, id: 'x-0056', seq: 56, startedAt: START + 959_000, endedAt: START + 959_031 },
    { ...base, id: 'x-0090', seq: 90, startedAt: START + 1_800_000, endedAt: START + 1_800_020, case: null },
    { ...base, id: 'x-0091', seq: 91, startedAt: START + 1_900_000, endedAt: START + 1_900_002, case: null, withheld: { place: 'Task.for.identifier.value', reason: 'BSN outside the table of test numbers', keyedHash: '5d41402abc4b2a76' } },
    { kind: 'connection', id: 'c-0003', seq: 3, at: START + 9_000, host: 'toetssteen.example', remote: '192.0.2.11', tls: 'not-observed', reason: 'no-client-certificate', detail: 'alert certificate_required sent', case: null },
  ];
}

function simple(id: string, after: number, endpoint: Exchange['endpoint'], method: string, target: string, headers: Readonly<Record<string, string>>, body: unknown, status: number, answerHeaders: Readonly<Record<string, string>>, answer: unknown): Exchange {
  return {
    kind: 'exchange', id, seq: Number(id.slice(2)), side: 'simulator', simulator: endpoint === 'directory' ? 'zorg-ab' : 'twiin', organisation: '90000022', endpoint, role: 'twiin-sender', tenant: 't1',
    startedAt: START + after, endedAt: START + after + 38,
    request: { method, target, url: `https://toetssteen.example${target}`, headers, body: bytes(body) },
    response: { status, headers: answerHeaders, body: bytes(answer) },
    transport: { outcome: 'answered' },
    tls: { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', peer: { subject: 'CN=xis.noord.example', issuer: 'CN=Toetssteen test CA', serialNumber: '01', fingerprint256: 'a1'.repeat(32), publicKey256: 'b2'.repeat(32), validFrom: '2026-01-01', validTo: '2027-01-01', subjectAltName: 'DNS:xis.noord.example', ura: '90000011', status: 'trusted' } },
    stimulus: { valid: true }, fault: null, case: { id: 'bgz-verwijzing-versturen', attempt: 1 },
  };
}
