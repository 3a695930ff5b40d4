import type { Text } from '../../model/text.ts';

/** What stands behind a check of the schema: what was expected and what to do next. */
export interface Expectation { readonly expected: Text; readonly next: Text }

/** The schema names its checks by these keys, so that every message stands here once, in both languages. */
export const expectations = {
  ura: {
    expected: { nl: 'een URA van 8 cijfers', en: 'a URA of 8 digits' },
    next: { nl: 'Vul de URA aan tot 8 cijfers; voorloopnullen horen erbij.', en: 'Give all 8 digits, leading zeros included.' },
  },
  bsn: {
    expected: { nl: 'een BSN van 9 cijfers', en: 'a BSN of 9 digits' },
    next: { nl: 'Vul het BSN aan tot 9 cijfers; voorloopnullen horen erbij.', en: 'Give all 9 digits, leading zeros included.' },
  },
  text: {
    expected: { nl: 'een tekst die niet leeg is', en: 'a text that is not empty' },
    next: { nl: 'Vul deze waarde in.', en: 'Fill in this value.' },
  },
  placeholder: {
    expected: { nl: 'een ingevulde waarde in plaats van <…>', en: 'a value in place of <…>' },
    next: { nl: 'Vervang de tekst tussen < en > door uw eigen gegeven.', en: 'Replace the text between < and > with your own.' },
  },
  httpsUrl: {
    expected: { nl: 'een adres dat met https:// begint, zonder gebruikersnaam en zonder #', en: 'an address that begins with https://, without a user name and without #' },
    next: { nl: 'Geef het volledige https-adres.', en: 'Give the full https address.' },
  },
  baseUrl: {
    expected: { nl: 'een basisadres dat met https:// begint, zonder ?, # of gebruikersnaam, en niet van een resource', en: 'a base address that begins with https://, without ?, # or user name, and not that of a resource' },
    next: { nl: 'Geef de FHIR-basis, dus zonder /Task of een andere resource erachter.', en: 'Give the FHIR base, so without /Task or another resource at its end.' },
  },
  localUrl: {
    expected: { nl: 'een https-adres, of http naar deze machine zelf (localhost, 127.0.0.1)', en: 'an https address, or http to this very machine (localhost, 127.0.0.1)' },
    next: { nl: 'Gebruik https, of laat het adres naar deze machine wijzen.', en: 'Use https, or an address on this machine.' },
  },
  origin: {
    expected: { nl: 'alleen https://naam:poort, zonder pad', en: 'only https://name:port, without a path' },
    next: { nl: 'Geef het adres waaronder uw systeem ons bereikt, bijvoorbeeld https://toetssteen.example:8443.', en: 'Give the address under which your system reaches us, for example https://toetssteen.example:8443.' },
  },
  port: {
    expected: { nl: 'een poort van 1 tot en met 65535 (0: een vrije poort)', en: 'a port from 1 to 65535 (0: any free port)' },
    next: { nl: 'Kies een poort; onder 1024 vraagt meestal beheerrechten.', en: 'Choose a port; below 1024 usually needs administrator rights.' },
  },
  milliseconds: {
    expected: { nl: 'een heel aantal milliseconden, minstens 1 en hoogstens 7 dagen', en: 'a whole number of milliseconds, at least 1 and at most 7 days' },
    next: { nl: 'Geef bijvoorbeeld 60000 voor een minuut.', en: 'Give for example 60000 for a minute.' },
  },
  oneRole: {
    expected: { nl: 'ten minste één rol', en: 'at least one role' },
    next: { nl: 'Noem de rollen die het product speelt: twiin-sender, twiin-receiver, zorgab-client.', en: 'Name the roles that the product plays: twiin-sender, twiin-receiver, zorgab-client.' },
  },
  oneProfile: {
    expected: { nl: 'ten minste één profiel', en: 'at least one profile' },
    next: { nl: 'Noem twiin-np-stu3.', en: 'Name twiin-np-stu3.' },
  },
  onePersona: {
    expected: { nl: 'ten minste één testpatiënt', en: 'at least one test patient' },
    next: { nl: 'Noem bijvoorbeeld - key: minimaal.', en: 'Name for example - key: minimaal.' },
  },
  packageName: {
    expected: { nl: 'de naam van een FHIR-pakket', en: 'the name of a FHIR package' },
    next: { nl: 'Laat `toetssteen packages pin` dit deel schrijven.', en: 'Let `toetssteen packages pin` write this part.' },
  },
  sha256: {
    expected: { nl: 'een SHA-256 van 64 hexadecimale tekens', en: 'a SHA-256 of 64 hexadecimal characters' },
    next: { nl: 'Laat `toetssteen packages pin` dit deel schrijven.', en: 'Let `toetssteen packages pin` write this part.' },
  },
  oneFormat: {
    expected: { nl: 'ten minste json', en: 'at least json' },
    next: { nl: 'Zet json in de lijst: deze uitgave haalt op en meldt aan in JSON, en vraagt daarna om XML.', en: 'Put json in the list: this edition fetches and notifies in JSON, and asks for XML afterwards.' },
  },
  command: {
    expected: { nl: 'een lijst met het programma en zijn argumenten', en: 'a list of the program and its arguments' },
    next: { nl: 'Bijvoorbeeld command: ["./trigger.sh", "test"]; er komt geen shell aan te pas.', en: 'For example command: ["./trigger.sh", "test"]; no shell takes part.' },
  },
  environmentName: {
    expected: { nl: 'de naam van een omgevingsvariabele (letters, cijfers en _)', en: 'the name of an environment variable (letters, digits and _)' },
    next: { nl: 'Geef de naam, niet de waarde.', en: 'Give its name, not its value.' },
  },
} as const satisfies Record<string, Expectation>;
export type ExpectationKey = keyof typeof expectations;
export function isExpectation(key: string): key is ExpectationKey { return Object.hasOwn(expectations, key); }
