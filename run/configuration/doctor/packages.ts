import type { Claim } from '../../../model/claim.ts';
import { bad, doubtful, good, text } from './check.ts';
import type { DoctorCheck } from './check.ts';
import type { DoctorTools } from './tools.ts';

const title = text('FHIR-pakketten', 'FHIR packages');
const add = text('Voeg het toe met `toetssteen packages add`, of schrijf met `toetssteen packages pin` op wat er wel is.', 'Add it with `toetssteen packages add`, or write down what there is with `toetssteen packages pin`.');

/** Are the pinned packages here, with the content that was pinned, and are there others that nobody pinned? */
export async function packageChecks({ packages: pins = [] }: Claim, { packages }: DoctorTools): Promise<DoctorCheck[]> {
  const head = { id: 'packages', title };
  if (pins.length === 0) return [nothingPinned(packages.installed().length)];
  const { problems, missing } = await packages.open(pins);
  const checks = problems.map((problem, at) => bad({ id: `packages:${at}`, title }, problem, add));
  if (checks.length > 0) return checks;
  if (missing.length > 0) {
    return [doubtful(head, text(missing.map((one) => one.nl).join('; '), missing.map((one) => one.en).join('; ')),
      text('Wat dat pakket beschrijft, heet in het rapport "niet getest". Voeg het toe en leg het vast: `toetssteen packages add`, `toetssteen packages pin`.', 'What that package describes is "not tested" in the report. Add and pin it: `toetssteen packages add`, `toetssteen packages pin`.'))];
  }
  const names = pins.map(({ name, version }) => `${name} ${version}`).join(', ');
  return [good(head, text(`vastgelegd en aanwezig: ${names}`, `pinned and present: ${names}`))];
}

function nothingPinned(installed: number): DoctorCheck {
  const head = { id: 'packages', title };
  if (installed > 0) {
    return doubtful(head, text(`${installed} geïnstalleerd, maar geen enkel vastgelegd: een run gebruikt er geen`, `${installed} installed, but none pinned: a run uses none`),
      text('Schrijf ze in deze configuratie: `toetssteen packages pin`.', 'Write them into this configuration: `toetssteen packages pin`.'));
  }
  return doubtful(head, text('geen vastgelegd: berichten worden aan FHIR zelf getoetst; hun profielen heten "niet getest"', 'none pinned: messages are judged by FHIR itself; their profiles are "not tested"'),
    text('Voeg de pakketten van uw uitwisseling toe (`toetssteen packages add <bestand of map>`) en leg ze vast (`toetssteen packages pin`).', 'Add the packages of your exchange (`toetssteen packages add <file or folder>`) and pin them (`toetssteen packages pin`).'));
}
