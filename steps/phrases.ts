/**
 * The sentences of the features and the phase of the test case that each stands for.
 * A sentence without a phase sets the scene; `oordeel` reads the outcome.
 */
export const scene: readonly string[] = [
  'een patiënt met een gevuld dossier', 'een overleden patiënt met bijzondere tekens in de naam', 'een patiënt met weinig gegevens',
  'Testziekenhuis Zuid is in ZORG-AB alleen nog inactief', 'iemand anders doet zich voor als ZORG-AB',
  'ZORG-AB heeft het druk en vraagt om rustiger aan te doen', 'ZORG-AB geeft tijdstippen zonder tijdzone',
];
export const phrases: Readonly<Record<string, string>> = {
  // verzender
  'de andere patiënt bekend is wiens gegevens niet mee mogen komen': 'andere patiënt kiezen',
  'de verwijzer de BgZ meestuurt met de verwijzing': 'aanmelden',
  'ontvangt Testziekenhuis Zuid de aanmelding': 'aanmelding ontvangen',
  'Testziekenhuis Zuid toegang krijgt': 'toegang verkrijgen',
  'Testziekenhuis Zuid alle aangeboden gegevens ophaalt': 'gegevens ophalen',
  'geeft dezelfde vraag in drie schrijfwijzen hetzelfde antwoord': 'schrijfwijzen vergelijken',
  'geeft dezelfde vraag in XML dezelfde gegevens': 'in XML ophalen',
  'leiden de verwijzingen in de gegevens ergens naartoe': 'verwijzingen volgen',
  'staat elke bevraging in het toegangslog': 'toegangslog lezen',
  'gaat er niets naar een andere organisatie': 'niets elders',
  'krijgt niemand toegang met een vervalste, verlopen of misleide aanvraag': 'onjuiste aanvragen om toegang',
  'heeft de grondslag in verkeerde handen geen waarde': 'misbruik van de grondslag',
  'geeft een onterechte bevraging geen gegevens': 'onterechte bevragingen',
  'komt niemand binnen zonder geldig certificaat': 'verbindingen zonder geldig certificaat',
  'de tijd van het access token voorbij is': 'wachten tot het token verlopen is',
  'geeft het verlopen token geen gegevens': 'ophalen met verlopen token',
  'Testziekenhuis Zuid binnen de periode toegang krijgt': 'toegang binnen de periode',
  'de periode van beschikbaarheid voorbij is': 'wachten tot de periode voorbij is',
  'is er geen toegang meer': 'opnieuw toegang vragen',
  'de gegevens van de patiënt wijzigen': 'gegevens wijzigen',
  'ontvangt Testziekenhuis Zuid een nieuwe aanmelding in dezelfde groep': 'tweede aanmelding ontvangen',
  'de verwijzer de aanmelding intrekt': 'intrekken',
  'ontvangt Testziekenhuis Zuid de intrekking': 'intrekking ontvangen',
  'geeft de ingetrokken aanmelding geen toegang': 'toegang na intrekken',
  // ontvanger
  'Testziekenhuis West toegang krijgt om aan te melden': 'toegang verkrijgen',
  'Testziekenhuis West een BgZ aanmeldt': 'aanmelden',
  'de gebruiker de gegevens ophaalt': 'ophalen starten',
  'komen de bevragingen bij Testziekenhuis West binnen': 'bevragingen ontvangen',
  'rondt het systeem het ophalen af': 'ophalen afronden',
  'neemt het systeem geen onjuiste aanmelding aan': 'onjuiste aanmeldingen',
  'wordt een aanmelding met het verlopen token geweigerd': 'aanmelden met verlopen token',
  'Testziekenhuis West de aanmelding intrekt': 'intrekken',
  'Testziekenhuis West een onbekende aanmelding intrekt': 'onbekende aanmelding intrekken',
  'Testziekenhuis West een dubbele aanmelding intrekt': 'dubbele aanmelding intrekken',
  'Testziekenhuis West gewijzigde gegevens aanmeldt': 'vernieuwde aanmelding',
  'Testziekenhuis West een BgZ in XML aanmeldt': 'in XML aanmelden',
  // adresboek
  'het adresboek is aangepast': 'adresboek veranderen',
  'het valse adresboek luistert': 'vals certificaat tonen',
  'komt er nergens een aanmelding aan': 'niets ontvangen',
  'komt de aanmelding toch aan': 'aanmelding afwachten',
  'het adresboek is hersteld': 'adresboek herstellen',
  'het echte adresboek luistert weer': 'certificaat herstellen',
  'de tester kijkt waar een organisatie op de kaart staat': 'vraag ZAB-028',
  'de tester kijkt hoe dubbele treffers getoond worden': 'vraag ZAB-030',
  // simulatoren
  'Toetssteen zijn eigen adresboek bevraagt': 'eigen adresboek bevragen',
  'Toetssteen zijn eigen autorisatieserver bevraagt': 'eigen autorisatieserver bevragen',
};
export const verdictPhrase = 'is aan de getoetste eisen voldaan';
