import type { Aspect } from './compare.ts';

/** A known difference between the two servers, judged against the specification. */
export interface Explanation {
  readonly id: string;
  /** Searches in which it shows. */
  readonly on: RegExp;
  readonly aspects: readonly Aspect[];
  /** What each then says. */
  readonly simulator?: RegExp;
  readonly reference?: RegExp;
  /** The lists are equal but for this name. */
  readonly ignoring?: string;
  /** Who does what the specification says; `both` where it leaves the choice, or where the patients' records differ. */
  readonly right: 'simulator' | 'both' | 'reference';
  readonly why: string;
}
const refused = /^400 OperationOutcome$/;
const answered = /^200 Bundle$/;

/** The first that fits counts. "Search" is that page of FHIR STU3 (3.0.2). */
export const explanations: readonly Explanation[] = [
  {
    id: 'names-another-patient', on: /(patient|subject|beneficiary|identifier|_id)[^&]*=[^&]*(nobody|\d{9})/, aspects: ['status'], simulator: answered, reference: /^403 /, right: 'both',
    why: 'who names another patient than the grant gets an empty answer from one and a refusal from the other; twiin.md 5.4 asks only that nothing is given',
  },
  { id: 'type-not-offered', on: /^Kleur/, aspects: ['status'], simulator: /^403 /, reference: /^404 /, right: 'both', why: 'a type that was not offered and does not exist may be refused for either reason' },
  { id: 'patient-of-patient', on: /^(Patient|Coverage)\?.*patient\.identifier=/, aspects: ['status'], simulator: refused, reference: answered, right: 'simulator', why: 'in STU3 Patient and Coverage have no search parameter "patient"' },
  {
    id: 'parameter-of-the-reference-only', on: /^(Flag\?category|(DeviceUseStatement|Coverage)\?status)=/, aspects: ['status'], simulator: refused, reference: answered, right: 'both',
    why: 'STU3 defines no category on Flag and no status on DeviceUseStatement and Coverage; a server may offer parameters of its own',
  },
  {
    id: 'modifiers', on: /\?[a-z]+:(not|missing)=/, aspects: ['status'], simulator: answered, reference: refused, right: 'both',
    why: 'the reference does not support :not and :missing, and refuses as Search, Modifiers, asks',
  },
  { id: 'search-by-date', on: /&date=/, aspects: ['status'], simulator: answered, reference: refused, right: 'both', why: 'the reference does not offer the parameter; refusing is its choice' },
  { id: 'more-than-one-pipe', on: /=a\|b\|c$/, aspects: ['status'], simulator: refused, reference: answered, right: 'simulator', why: 'a pipe that belongs to the value must be escaped (Search, Escaping Search Parameters); the reference splits at the last' },
  { id: 'lone-backslash', on: /=\\$/, aspects: ['status'], simulator: refused, reference: answered, right: 'simulator', why: 'a backslash before anything but , | $ \\ is illegal (Search, Escaping Search Parameters); the reference knows no escapes' },
  { id: 'include-again', on: /_include:recurse=/, aspects: ['status'], simulator: refused, reference: answered, right: 'both', why: 'the simulator includes only what a match refers to (twiin.md 5.4) and says so; the reference takes the modifier and follows one step' },
  { id: 'max-outside-lastn', on: /^Observation\?max=/, aspects: ['status'], simulator: refused, reference: answered, right: 'both', why: 'max belongs to $lastn; an unknown parameter may be refused or ignored' },
  {
    id: 'only-a-count', on: /(_count=0|_summary=count)$/, aspects: ['matches', 'pages', 'total'], simulator: /^(\[0?\]|\d+)$/, right: 'simulator',
    why: '_summary=count and _count=0 give no entries (Search, _summary and _count); the reference knows neither',
  },
  {
    id: 'first-few', on: /_sort=-date&_count=1/, aspects: ['matches', 'pages', 'total', 'includes'], right: 'simulator',
    why: '_count is a page size, so there is a next link; the reference stops after the first page when sorted (bgz-nen7540.md 4.3 asks only that the last one comes)',
  },
  { id: 'total-of-a-page', on: /_count=\d/, aspects: ['total'], simulator: /^null$/, reference: /^\d+$/, right: 'both', why: 'the simulator gives no total with a page (bgz-nen7540.md 7: public scripts compare it with the page); total is optional' },
  { id: 'includes-not-known', on: /_include=Condition:/, aspects: ['includes'], reference: /^\[("Provenance")?\]$/, right: 'simulator', why: 'the reference follows only the includes of the query lists and passes over others in silence' },
  { id: 'team-members', on: /_include=CareTeam:participant/, aspects: ['includes'], simulator: /^\["Practitioner 900000301"\]$/, reference: /^\[(("Practitioner 20000013"|"Organization holder"),?)?("Provenance")?\]$/, right: 'both', why: 'the team has the specialist as member at one, and the general practitioner or the hospital at the other: records of their own' },
  {
    id: 'provenance-targets', on: /_revinclude=Provenance:target/, aspects: ['includes'], ignoring: 'Provenance', right: 'both',
    why: 'the Provenance of the simulator points at the problems, that of the reference at all records; both are records of their own',
  },
  {
    id: 'provenance-of-patient', on: /^Provenance\?patient[.=]/, aspects: ['matches', 'total', 'pages', 'includes'], simulator: /^(\[\]|0|\[0\])$/, right: 'simulator',
    why: 'in STU3 patient on Provenance finds targets that are a Patient, and there is none; the reference takes every patient parameter as the patient of the grant',
  },
  { id: 'without-system', on: /=\|/, aspects: ['matches', 'total', 'pages'], simulator: /^(\[\]|0|\[0\])$/, right: 'both', why: 'a code element has its system implied; whether |code then finds it is not said (Search, token)' },
  {
    id: 'case', on: /\?(code|category|status|class|type|intent)=[A-Za-z0-9-]+$/, aspects: ['matches', 'total', 'pages'], reference: /^(\[\]|0|\[0\])$/, right: 'simulator',
    why: 'tokens are compared without case in STU3 (Search, token)',
  },
  { id: 'lastn-order', on: /\$lastn/, aspects: ['order'], right: 'simulator', why: 'the answer is sorted from most recent to oldest (OperationDefinition Observation-lastn); the reference sorts within each code' },
  { id: 'ascending', on: /_sort=date$/, aspects: ['order'], right: 'simulator', why: 'the reference sorts by -date only and leaves other orders be' },
];
