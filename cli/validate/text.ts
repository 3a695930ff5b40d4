import type { FhirFinding } from '../../fhir/finding.ts';
import { likelyPackage } from '../../fhir/packages/likely-package.ts';
import type { FhirVersion } from '../../fhir/version.ts';
import type { Lang } from '../progress.ts';
import { addTo, emptyTally, type JudgedInput, type Tally } from './judge-input.ts';

const words: Readonly<Record<FhirFinding['severity'], Readonly<Record<Lang, string>>>> = {
  error: { nl: 'FOUT', en: 'ERROR' }, warning: { nl: 'waarschuwing', en: 'warning' }, information: { nl: 'opmerking', en: 'remark' },
  'not-checked': { nl: 'niet gecontroleerd', en: 'not checked' },
};
const order: readonly FhirFinding['severity'][] = ['error', 'warning', 'not-checked', 'information'];
const versions: Readonly<Record<FhirVersion, string>> = { stu3: 'FHIR STU3', r4: 'FHIR R4' };
const told = {
  'media-type': { nl: '', en: '' }, asked: { nl: '', en: '' }, profile: { nl: ' (volgens het profiel)', en: ' (by its profile)' },
  'resource-type': { nl: ' (volgens het soort resource)', en: ' (by its resource type)' },
  assumption: { nl: ' (aangenomen; zie --fhir)', en: ' (assumed; see --fhir)' },
} as const;

/** Worst first, then by place in the text. */
export function sorted(findings: readonly FhirFinding[]): FhirFinding[] {
  const line = (finding: FhirFinding): number => finding.position?.line ?? 0;
  const column = (finding: FhirFinding): number => finding.position?.column ?? 0;
  return [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || line(a) - line(b) || column(a) - column(b));
}

/** A finding as lines for a terminal: place, what was expected, what was found, who asked for it. Control characters of the message never reach it. */
export function findingLines(file: string, finding: FhirFinding, lang: Lang): string[] {
  const place = finding.position === undefined ? file : `${file}:${finding.position.line}:${finding.position.column}`;
  const asked = [
    finding.profile, finding.element === undefined ? undefined : `element ${finding.element}`,
    finding.slice === undefined ? undefined : `slice ${finding.slice}`, finding.invariant === undefined ? undefined : `invariant ${finding.invariant}`,
  ].filter((part) => part !== undefined);
  return [
    `${place}  ${words[finding.severity][lang]}  ${finding.expression}  [${finding.code}]`,
    `    ${lang === 'nl' ? 'verwacht' : 'expected'}: ${finding.expected[lang]}`,
    ...(finding.actual === '' ? [] : [`    ${lang === 'nl' ? 'gevonden' : 'found'}:    ${finding.actual}`]),
    ...(asked.length === 0 ? [] : [`    ${lang === 'nl' ? 'gevraagd door' : 'asked by'}: ${asked.join(', ')}`]),
  ].map(printable);
}

/** One file: a line that says what it is and how it stands, then its findings. Without `all`, codes that cannot be checked here and remarks are counted only. */
export function inputLines(judged: JudgedInput, lang: Lang, all: boolean): string[] {
  const { detected, format, resource, name } = judged;
  const tally = emptyTally();
  addTo(tally, judged.findings);
  const what = resource === null ? (lang === 'nl' ? 'geen leesbare resource' : 'no readable resource') : String(resource.resourceType);
  const shown = sorted(judged.findings).filter((finding) => all || finding.severity === 'error' || finding.severity === 'warning' || finding.code === 'profile-unknown');
  return [
    printable(`${name}: ${what}, ${versions[detected.fhir]}${told[detected.by][lang]}, ${format.toUpperCase()}: ${tallyWords(tally, lang)}`),
    ...shown.flatMap((finding) => findingLines(name, finding, lang)),
    ...[...tally.lacking].map((canonical) => printable(`    > ${missing(canonical, detected.fhir, lang)}`)),
  ];
}
/** Counts in words; nothing wrong is said as such, also when not all could be checked. */
export function tallyWords({ errors, warnings, notChecked, remarks }: Tally, lang: Lang): string {
  const nl = lang === 'nl';
  const parts = [
    errors === 0 ? (nl ? 'geen fouten' : 'no errors') : `${errors} ${nl ? (errors === 1 ? 'fout' : 'fouten') : errors === 1 ? 'error' : 'errors'}`,
    ...(warnings === 0 ? [] : [`${warnings} ${nl ? (warnings === 1 ? 'waarschuwing' : 'waarschuwingen') : warnings === 1 ? 'warning' : 'warnings'}`]),
    ...(notChecked === 0 ? [] : [`${notChecked} ${nl ? 'niet gecontroleerd' : 'not checked'}`]),
    ...(remarks === 0 ? [] : [`${remarks} ${nl ? (remarks === 1 ? 'opmerking' : 'opmerkingen') : remarks === 1 ? 'remark' : 'remarks'}`]),
  ];
  return parts.join(', ');
}
function missing(canonical: string, fhir: FhirVersion, lang: Lang): string {
  const name = likelyPackage(fhir, canonical);
  if (lang === 'nl') return `niet getest: het pakket met ${canonical} ontbreekt${name === null ? '' : ` (vermoedelijk ${name})`}; voeg het toe met: toetssteen packages add <bestand of map>`;
  return `not tested: the package with ${canonical} is missing${name === null ? '' : ` (probably ${name})`}; add it with: toetssteen packages add <file or folder>`;
}
const printable = (line: string): string => line.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
