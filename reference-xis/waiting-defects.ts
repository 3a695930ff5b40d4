import type { Defect } from './defects.ts';

const noBundle = 'what is no FHIR holds no Bundle to read';
const ownNumber = 'it reads the system of the BSN only, so the Task names no patient';

const none = 'outside the namespace of FHIR there is no XML of FHIR';
const noFhirXml = [
  { requirement: 'BGZ-R-20', why: none }, { requirement: 'BGZ-A-09', why: none }, { requirement: 'TWIIN-PUL-02', why: none },
  { requirement: 'BGZ-R-02', why: noBundle }, { requirement: 'TWIIN-PUL-09', why: noBundle },
] as const;
const lied = 'JSON is not the XML that its Content-Type promises';
const lies = [
  { requirement: 'BGZ-R-20', why: lied }, { requirement: 'BGZ-A-09', why: lied }, { requirement: 'BGZ-A-10', why: lied }, { requirement: 'BGZ-A-11', why: lied },
  { requirement: 'BGZ-R-02', why: noBundle }, { requirement: 'TWIIN-PUL-09', why: noBundle }, { requirement: 'BGZ-R-05', why: noBundle },
] as const;

/**
 * Seeded misbehaviours of which a requirement is not judged by a rule yet. A line moves to `defects.ts` as it is
 * once all its requirements are automated.
 */
export const waitingDefects = [
  // ── form and content of what it serves ───────────────────────────────────────────────────────
  { id: 'empty-search-with-leftover', title: 'A search without hits gives one match that says so', side: 'sender', kills: ['BGZ-R-15'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'the leftover is counted where nothing was expected' }] },
  { id: 'include-as-match', title: 'What an _include brings along is called a match', side: 'sender', kills: ['BGZ-R-23'], alsoAffects: [] },
  { id: 'include-forgotten', title: 'Medication is not brought along with its use', side: 'sender', kills: ['BGZ-R-23'], alsoAffects: [{ requirement: 'BGZ-R-18', why: 'included records are counted too' }] },
  { id: 'reference-to-nowhere', title: 'The asserter of problems refers to a practitioner who cannot be read', side: 'sender', kills: ['BGZ-R-24'], alsoAffects: [] },
  { id: 'workflow-task-r4', title: 'The workflow task is written as in R4', side: 'sender', kills: ['TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'workflow-task-in-bundle', title: 'The read of a workflow task gives a searchset', side: 'sender', kills: ['TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'content-type-missing', title: 'Serves without Content-Type', side: 'sender', kills: ['BGZ-R-21', 'BGZ-A-11', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'content-type-plain', title: 'Serves JSON as text/plain', side: 'sender', kills: ['BGZ-R-21', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'content-type-lies', title: 'Serves JSON as application/fhir+xml', side: 'sender', kills: ['BGZ-R-21', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: lies },
  { id: 'xml-refused', title: 'Answers 406 when XML is asked', side: 'sender', kills: ['BGZ-R-20', 'BGZ-A-09', 'TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'accept-ignored', title: 'Answers JSON whatever is asked', side: 'sender', kills: ['BGZ-R-20', 'BGZ-A-09', 'BGZ-R-21', 'BGZ-A-10', 'TWIIN-PUL-11', 'TWIIN-PUL-02'], alsoAffects: [] },
  { id: 'xml-in-wrong-namespace', title: 'XML lacks the namespace of FHIR', side: 'sender', kills: ['BGZ-R-05'], alsoAffects: noFhirXml },

  // ── the notification that it sends ───────────────────────────────────────────────────────────
  { id: 'notify-illegal-date', title: 'Writes authoredOn with the day first', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [] },
  { id: 'notify-unknown-element', title: 'Adds an element that FHIR does not know', side: 'sender', kills: ['TWIIN-NTF-02'], alsoAffects: [] },
  { id: 'notify-on-behalf-by-agb', title: 'Names the sending organisation by AGB code instead of URA', side: 'sender', kills: ['TWIIN-NTF-17', 'ZAB-062'], alsoAffects: [{ requirement: 'TWIIN-NTF-14', why: 'its check asks the URA of the token' }] },
  { id: 'patient-bsn-oid', title: 'Names the patient by BSN under the OID instead of the URI', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: ownNumber }, { requirement: 'TWIIN-NTF-05', why: ownNumber }] },
  { id: 'patient-bsn-misspelt-system', title: 'Spells the system of the BSN in capitals', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: ownNumber }, { requirement: 'TWIIN-NTF-05', why: ownNumber }] },
  { id: 'patient-bsn-with-dots', title: 'Writes the BSN with dots', side: 'sender', kills: ['TWIIN-NTF-18'], alsoAffects: [{ requirement: 'TWIIN-AUT-18', why: 'a BSN with dots is no BSN' }, { requirement: 'TWIIN-NTF-05', why: 'a BSN with dots is no BSN' }, { requirement: 'TWIIN-PUL-03', why: 'for a patient who cannot be read no data is asked, so that the token opens nothing, not even a 404' }] },

  // ── the notifications that it receives ───────────────────────────────────────────────────────
  { id: 'xml-notification-415', title: 'Answers a notification in XML with 415', side: 'receiver', kills: ['TWIIN-NTF-41'], alsoAffects: [] },
  { id: 'xml-notification-400', title: 'Answers a notification in XML with 400', side: 'receiver', kills: ['TWIIN-NTF-41'], alsoAffects: [] },
] as const satisfies readonly Defect[];

export type WaitingDefectId = (typeof waitingDefects)[number]['id'];
