import type { Defect } from './defects.ts';

const ownNumber = 'it reads the system of the BSN only, so the Task names no patient';

/**
 * Seeded misbehaviours of which a requirement is not judged by a rule yet. A line moves to `defects.ts` as it is
 * once all its requirements are automated.
 */
export const waitingDefects = [
  // ── form and content of what it serves ───────────────────────────────────────────────────────
  { id: 'entry-without-id', title: 'Alerts stand in a searchset without id', side: 'sender', kills: ['BGZ-R-03'], alsoAffects: [] },
  { id: 'code-not-in-required-value-set', title: 'Problems have clinicalStatus "actief"', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'illegal-date', title: 'Allergies are asserted on 30 February', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'unknown-element', title: 'Problems have an element that FHIR does not know', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'wrong-json-type', title: 'severity of problems is a list', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: [] },
  { id: 'value-set-oid-as-system', title: 'A coding of alerts names a value set as its code system', side: 'sender', kills: ['BGZ-R-11'], alsoAffects: [] },
  { id: 'empty-strings', title: 'Problems have a note with an empty text', side: 'sender', kills: ['BGZ-R-25'], alsoAffects: [{ requirement: 'BGZ-R-05', why: 'base FHIR has no empty strings' }] },
  { id: 'empty-search-with-leftover', title: 'A search without hits gives one match that says so', side: 'sender', kills: ['BGZ-R-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'the leftover is counted where nothing was expected' }] },
  { id: 'include-as-match', title: 'What an _include brings along is called a match', side: 'sender', kills: ['BGZ-R-23'], alsoAffects: [] },
  { id: 'include-forgotten', title: 'Medication is not brought along with its use', side: 'sender', kills: ['BGZ-R-23'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'included records are counted too' }] },
  { id: 'reference-to-nowhere', title: 'The asserter of problems refers to a practitioner who cannot be read', side: 'sender', kills: ['BGZ-R-24'], alsoAffects: [] },
  { id: 'workflow-task-r4', title: 'The workflow task is written as in R4', side: 'sender', kills: ['TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'workflow-task-in-bundle', title: 'The read of a workflow task gives a searchset', side: 'sender', kills: ['TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'content-type-missing', title: 'Serves without Content-Type', side: 'sender', kills: ['BGZ-R-21', 'BGZ-A-11', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'content-type-plain', title: 'Serves JSON as text/plain', side: 'sender', kills: ['BGZ-R-21', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: [] },

  // ── the notification that it sends ───────────────────────────────────────────────────────────
  { id: 'notify-illegal-date', title: 'Writes authoredOn with the day first', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [] },
  { id: 'notify-unknown-element', title: 'Adds an element that FHIR does not know', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [] },
  { id: 'notify-on-behalf-by-agb', title: 'Names the sending organisation by AGB code instead of URA', side: 'sender', kills: ['TWIIN-NTF-17', 'ZAB-062'], alsoAffects: [{ requirement: 'TWIIN-NTF-14', why: 'its check asks the URA of the token' }] },
  { id: 'patient-bsn-oid', title: 'Names the patient by BSN under the OID instead of the URI', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: ownNumber }, { requirement: 'TWIIN-NTF-05', why: ownNumber }] },
  { id: 'patient-bsn-misspelt-system', title: 'Spells the system of the BSN in capitals', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: ownNumber }, { requirement: 'TWIIN-NTF-05', why: ownNumber }] },
  { id: 'patient-bsn-with-dots', title: 'Writes the BSN with dots', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: 'a BSN with dots is no BSN' }, { requirement: 'TWIIN-NTF-05', why: 'a BSN with dots is no BSN' }] },
] as const satisfies readonly Defect[];

export type WaitingDefectId = (typeof waitingDefects)[number]['id'];
