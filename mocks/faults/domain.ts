import type { Text } from '../../model/text.ts';
import type { Classification, Reply, SimContext, SimRequest, TransportPlan } from '../../model/simulator.ts';
import { bodyObject, fhirReply, jsonReply, outcomeReply } from '../kernel/replies.ts';
import type { Fault, FaultScene } from './index.ts';

interface Domain {
  readonly id: string; readonly title: Text; readonly risk: Text; readonly expected: Text; readonly requirement: string; readonly violates?: readonly string[];
  readonly simulator: 'twiin' | 'zorg-ab'; readonly endpoint: Classification['endpoint'];
  readonly instead?: (request: SimRequest, context: SimContext) => Reply | undefined;
  readonly change?: (reply: Reply, scene: FaultScene) => TransportPlan | undefined | Promise<TransportPlan | undefined>;
}
function domain({ id, title, risk, expected, requirement, violates = [], simulator, endpoint, ...how }: Domain): Fault {
  return {
    definition: { id, kind: 'domain', simulator, title, risk, expected, requirement, violates },
    fits: (about, name) => about.endpoint === endpoint && name === simulator, ...how,
  };
}
const t = (nl: string, en: string): Text => ({ nl, en });
const told = t('De gebruiker ziet dat de verwijzing niet is aangekomen.', 'The user sees that the referral did not arrive.');
const lost = t('Een verwijzing lijkt verstuurd en is het niet.', 'A referral seems sent and is not.');
const changeBundle = (change: (bundle: Record<string, any>) => unknown) => (reply: Reply): TransportPlan | undefined => {
  const bundle = bodyObject(reply.body);
  return bundle?.resourceType === 'Bundle' ? { reply: fhirReply(reply.status, change(bundle), reply.headers) } : undefined;
};
/** Active hits are left out; when none is left, they are shown as inactive, so that the search still finds what was asked. */
function onlyInactive(bundle: Record<string, any>): unknown {
  const hits: any[] = bundle.entry ?? [];
  const isActive = (one: any): boolean => one.resource?.resourceType === 'Organization' && one.resource.active !== false;
  const inactive = hits.filter((one) => !isActive(one));
  const entry = inactive.length > 0 ? inactive : hits.map((one) => ({ ...one, resource: { ...one.resource, active: false } }));
  return { ...bundle, entry, total: entry.length };
}
/** Pages are made by the simulator itself, so that the link to the second one works. */
async function splitInTwo(reply: Reply, { request, again }: FaultScene): Promise<TransportPlan | undefined> {
  const matches = (bodyObject(reply.body)?.entry ?? []).filter((one: any) => one?.search?.mode === 'match').length;
  if (request.method !== 'GET' || matches < 2 || /[?&]_(count|offset)=/.test(request.target)) return undefined;
  const target = `${request.target}${request.target.includes('?') ? '&' : '?'}_count=${Math.ceil(matches / 2)}`;
  return { reply: await again({ ...request, target }) };
}

export const domainFaults: readonly Fault[] = [
  domain({ id: 'notification-401', title: t('Aanmelding geweigerd: token ongeldig', 'Notification refused: token invalid'), risk: lost, expected: told, requirement: 'TWIIN-AUT-01', simulator: 'twiin', endpoint: 'notification',
    instead: () => outcomeReply(401, 'login', 'The access token is not valid (armed fault).', 'Het access token is niet geldig (ingestelde fout).', { 'www-authenticate': 'Bearer error="invalid_token"' }) }),
  domain({ id: 'notification-403', title: t('Aanmelding geweigerd: geen recht', 'Notification refused: no right'), risk: lost, expected: told, requirement: 'TWIIN-AUT-01', simulator: 'twiin', endpoint: 'notification',
    instead: () => outcomeReply(403, 'forbidden', 'Not allowed for this organisation (armed fault).', 'Niet toegestaan voor deze organisatie (ingestelde fout).') }),
  domain({ id: 'notification-422', title: t('Aanmelding geweigerd: inhoud voldoet niet', 'Notification refused: content does not comply'), risk: lost, expected: told, requirement: 'TWIIN-NTF-27', simulator: 'twiin', endpoint: 'notification',
    instead: () => outcomeReply(422, 'business-rule', 'A business rule is broken (armed fault).', 'Er is een regel geschonden (ingestelde fout).') }),
  domain({ id: 'notification-503', title: t('Ontvanger tijdelijk onbereikbaar', 'Receiver temporarily out of reach'), risk: lost, expected: told, requirement: 'TWIIN-NTF-08', simulator: 'twiin', endpoint: 'notification',
    instead: () => outcomeReply(503, 'transient', 'Temporarily unavailable (armed fault).', 'Tijdelijk niet beschikbaar (ingestelde fout).', { 'retry-after': '5' }) }),
  domain({ id: 'notification-429', title: t('Ontvanger vraagt om rustiger aan te doen', 'Receiver asks to slow down'), risk: t('Herhalen zonder wachten legt de ontvanger plat.', 'Repeating without waiting takes the receiver down.'), expected: t('Het systeem wacht de tijd van Retry-After en meldt dan opnieuw aan met hetzelfde kenmerk.', 'The system waits the time of Retry-After and then notifies again with the same identifier.'), requirement: 'TWIIN-NTF-08', simulator: 'twiin', endpoint: 'notification',
    instead: () => outcomeReply(429, 'throttled', 'Too many requests (armed fault).', 'Te veel verzoeken (ingestelde fout).', { 'retry-after': '5' }) }),
  domain({ id: 'created-without-location', title: t('201 zonder Location', '201 without Location'), risk: t('De verzender weet niet waar de aanmelding staat.', 'The sender does not know where the notification is.'), expected: t('De aanmelding geldt als aangekomen en wordt niet nog eens gestuurd.', 'The notification counts as arrived and is not sent again.'), requirement: 'TWIIN-NTF-08', violates: ['TWIIN-NTF-33'], simulator: 'twiin', endpoint: 'notification',
    change: (reply) => { const { location, ...headers } = reply.headers; return location === undefined ? undefined : { reply: { ...reply, headers } }; } }),
  domain({ id: 'token-without-expiry', title: t('Token zonder expires_in', 'Token without expires_in'), risk: t('Een token wordt te lang hergebruikt.', 'A token is reused too long.'), expected: t('Het systeem vraagt een nieuw token na een 401.', 'The system asks a new token after a 401.'), requirement: 'TWIIN-AUT-01', violates: ['TWIIN-AUT-20'], simulator: 'twiin', endpoint: 'token',
    change: (reply) => { const answer = bodyObject(reply.body); if (answer?.expires_in === undefined) return undefined; delete answer.expires_in; return { reply: jsonReply(reply.status, answer, reply.headers) }; } }),
  domain({ id: 'empty-searchset', title: t('De verzender heeft geen gegevens', 'The sender has no data'), risk: t('Leeg wordt gelezen als: niets aan de hand.', 'Empty is read as: nothing the matter.'), expected: t('De ontvanger toont dat er niets was.', 'The receiver shows that there was nothing.'), requirement: 'TWIIN-NTF-40', simulator: 'twiin', endpoint: 'resource',
    change: changeBundle((bundle) => ({ ...bundle, total: 0, entry: undefined })) }),
  domain({ id: 'one-query-404', title: t('Eén bevraging wordt niet ondersteund', 'One query is not supported'), risk: t('Een half dossier wordt voor heel gehouden.', 'Half a dossier is taken for whole.'), expected: t('De ontvanger toont welk deel ontbreekt.', 'The receiver shows which part is missing.'), requirement: 'TWIIN-PUL-05', simulator: 'twiin', endpoint: 'resource',
    instead: () => outcomeReply(404, 'not-supported', 'This resource type is not offered (armed fault).', 'Dit soort gegeven wordt niet aangeboden (ingestelde fout).') }),
  domain({ id: 'two-page-answer', title: t('Het antwoord komt in twee bladzijden', 'The answer comes in two pages'), risk: t('De tweede helft van het dossier blijft ongezien.', 'The second half of the dossier stays unseen.'), expected: t('De ontvanger haalt ook de volgende bladzijde op.', 'The receiver fetches the next page as well.'), requirement: 'BGZ-R-26', simulator: 'twiin', endpoint: 'resource',
    change: splitInTwo }),
  domain({ id: 'zorg-ab-429', title: t('ZORG-AB vraagt om rustiger aan te doen', 'ZORG-AB asks to slow down'), risk: t('Herhalen zonder wachten legt het adresboek plat.', 'Repeating without waiting takes the address book down.'), expected: t('Het systeem vraagt niet meteen opnieuw.', 'The system does not ask again at once.'), requirement: 'ZAB-039', violates: ['ZAB-033'], simulator: 'zorg-ab', endpoint: 'directory',
    instead: (request) => !/\/(Organization|Endpoint)\?/.test(request.target) ? undefined : outcomeReply(429, 'throttled', 'Too many requests (armed fault).', 'Te veel verzoeken (ingestelde fout).', { 'retry-after': '5' }) }),
  domain({ id: 'zorg-ab-no-hits', title: t('ZORG-AB vindt niets', 'ZORG-AB finds nothing'), risk: t('Er wordt naar een oud adres gestuurd.', 'It is sent to an old address.'), expected: told, requirement: 'ZAB-025', violates: ['ZAB-015'], simulator: 'zorg-ab', endpoint: 'directory',
    change: changeBundle((bundle) => ({ ...bundle, total: 0, entry: [] })) }),
  domain({ id: 'zorg-ab-only-inactive', title: t('ZORG-AB kent alleen een inactieve organisatie', 'ZORG-AB knows only an inactive organisation'), risk: t('Gegevens gaan naar een organisatie die niet meer bestaat.', 'Data go to an organisation that no longer exists.'), expected: t('Er wordt niets verstuurd; de gebruiker ziet waarom.', 'Nothing is sent; the user sees why.'), requirement: 'ZAB-025', simulator: 'zorg-ab', endpoint: 'directory',
    change: changeBundle(onlyInactive) }),
  domain({ id: 'zorg-ab-zoneless', title: t('Tijdstippen zonder tijdzone', 'Timestamps without a zone'), risk: t('Een strenge lezer gooit het hele antwoord weg.', 'A strict reader throws the whole answer away.'), expected: t('Het systeem leest het antwoord toch.', 'The system reads the answer all the same.'), requirement: 'ZAB-027', simulator: 'zorg-ab', endpoint: 'directory',
    change: changeBundle((bundle) => ({ ...bundle, entry: (bundle.entry ?? []).map((one: any) => ({ ...one, resource: { ...one.resource, meta: { lastUpdated: '2024-05-05T10:00:00' } } })) })) }),
  domain({ id: 'zorg-ab-without-total', title: t('Zoekantwoord zonder total', 'Search answer without total'), risk: t('Het systeem denkt dat er niets gevonden is.', 'The system thinks that nothing was found.'), expected: t('Het systeem leest de treffers, of meldt dat het er geen las.', 'The system reads the hits, or says that it read none.'), requirement: 'ZAB-025', violates: ['ZAB-015', 'ZAB-033'], simulator: 'zorg-ab', endpoint: 'directory',
    change: changeBundle(({ total: _, ...bundle }) => bundle) }),
];
