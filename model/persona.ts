/**
 * A synthetic patient with a dossier, as plain data without FHIR: `fixtures` and `reference-xis` each make
 * their own resources from it. Dates are days before the run day (`daysAgo`), so that they age with the run.
 */
export interface Coded { readonly system: string; readonly code: string; readonly display: string }
export interface Persona {
  readonly key: string;
  readonly title: string;
  readonly patient: PatientData;
  readonly generalPractitioner: PractitionerData | null;
  readonly insurer: { readonly name: string; readonly uzovi: string; readonly policy: string } | null;
  readonly treatmentDirectives: readonly { readonly id: string; readonly treatment: Coded; readonly permitted: 'yes' | 'no' | 'yes-but'; readonly daysAgo: number }[];
  readonly advanceDirectives: readonly { readonly id: string; readonly type: Coded; readonly daysAgo: number }[];
  readonly functionalStatuses: readonly { readonly id: string; readonly category: 'functional' | 'mental'; readonly code: Coded; readonly value: Coded; readonly daysAgo: number }[];
  readonly problems: readonly { readonly id: string; readonly code: Coded; readonly category: Coded; readonly active: boolean; readonly onsetDaysAgo: number; readonly note?: string }[];
  readonly livingSituation: { readonly id: string; readonly value: Coded; readonly daysAgo: number } | null;
  readonly drugUse: readonly { readonly id: string; readonly value: Coded; readonly daysAgo: number }[];
  readonly alcoholUse: readonly { readonly id: string; readonly value: Coded; readonly daysAgo: number }[];
  readonly tobaccoUse: readonly { readonly id: string; readonly value: Coded; readonly daysAgo: number }[];
  readonly nutritionAdvices: readonly { readonly id: string; readonly diet: string; readonly daysAgo: number }[];
  readonly alerts: readonly { readonly id: string; readonly category: Coded; readonly text: string; readonly daysAgo: number }[];
  readonly allergies: readonly { readonly id: string; readonly substance: Coded; readonly critical: boolean; readonly daysAgo: number }[];
  readonly medication: readonly MedicationData[];
  readonly devices: readonly { readonly id: string; readonly product: Coded; readonly daysAgo: number }[];
  readonly vaccinations: readonly { readonly id: string; readonly vaccine: Coded; readonly daysAgo: number }[];
  readonly bloodPressures: readonly { readonly id: string; readonly systolic: number; readonly diastolic: number; readonly daysAgo: number }[];
  readonly bodyWeights: readonly { readonly id: string; readonly kg: number; readonly daysAgo: number }[];
  readonly bodyHeights: readonly { readonly id: string; readonly cm: number; readonly daysAgo: number }[];
  readonly labResults: readonly { readonly id: string; readonly test: Coded; readonly value: number; readonly unit: string; readonly daysAgo: number }[];
  readonly procedures: readonly { readonly id: string; readonly code: Coded; readonly daysAgo: number }[];
  readonly plannedProcedures: readonly { readonly id: string; readonly code: Coded; readonly inDays: number }[];
  readonly encounters: readonly { readonly id: string; readonly class: 'IMP' | 'AMB' | 'EMER'; readonly daysAgo: number; readonly days: number }[];
  readonly documents: readonly { readonly id: string; readonly title: string; readonly type: Coded; readonly daysAgo: number; readonly text: string }[];
  readonly careTeam: boolean;
}
export interface PatientData {
  /** Nine digits, from the table of test BSNs. */
  readonly bsn: string;
  readonly given: readonly string[];
  readonly prefix?: string;
  readonly family: string;
  readonly partnerFamily?: string;
  readonly gender: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate: string;
  readonly deceasedDaysAgo?: number;
  readonly address: { readonly street: string; readonly houseNumber: string; readonly postalCode: string; readonly city: string };
  readonly phone: string;
  readonly contacts: readonly { readonly name: string; readonly relation: Coded; readonly phone: string }[];
}
export interface PractitionerData { readonly name: string; readonly agb: string }
/** One treatment: what the patient says to use, and the agreements behind it (zib 2017). */
export interface MedicationData {
  readonly id: string;
  readonly product: Coded;
  readonly dosage: string;
  readonly use: boolean;
  readonly agreement: boolean;
  readonly dispense: boolean;
  readonly daysAgo: number;
}
