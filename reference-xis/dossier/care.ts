import type { MedicationData } from '../../model/persona.ts';
import { coding, concept, dateAgo, fullName, idOf, instantAgo, nictiz, nlCore, own, practitionerId, reference, snomed, toOrganisation, toPatient } from './parts.ts';
import type { DossierContext, StoredResource } from './parts.ts';

/** Medication: one product per treatment, with use, agreement and dispense as far as they exist. */
export function medicationResources(context: DossierContext): StoredResource[] {
  return context.persona.medication.flatMap((entry) => treatment(context, entry));
}

function treatment(context: DossierContext, entry: MedicationData): StoredResource[] {
  const subject = toPatient(context);
  const date = dateAgo(context, entry.daysAgo);
  const medicationReference = reference('Medication', idOf(context, entry.id), entry.product.display);
  const dosage = [{ text: entry.dosage }];
  const product = own(context, 'Medication', entry.id, nictiz('zib-Product'), { code: concept(entry.product) });
  const { identifier: _none, ...medication } = product.resource;
  return [
    { ...product, resource: medication },
    ...(entry.use ? [own(context, 'MedicationStatement', entry.id, nictiz('zib-MedicationUse'), {
      extension: [{ url: nictiz('zib-MedicationUse-AsAgreedIndicator'), valueBoolean: true }],
      status: 'active', category: concept({ system: 'urn:oid:2.16.840.1.113883.2.4.3.11.60.20.77.5.3', code: '6', display: 'Medicatiegebruik' }),
      medicationReference, effectivePeriod: { start: date }, dateAsserted: date, subject, taken: 'y', dosage,
    })] : []),
    ...(entry.agreement ? [own(context, 'MedicationRequest', entry.id, nictiz('zib-MedicationAgreement'), {
      status: 'active', intent: 'order', category: concept(snomed('16076005', 'Medicatieafspraak')), medicationReference, subject, authoredOn: date, dosageInstruction: dosage,
    })] : []),
    ...(entry.dispense ? [own(context, 'MedicationDispense', entry.id, nictiz('zib-AdministrationAgreement'), {
      status: 'in-progress', category: concept(snomed('422037009', 'Toedieningsafspraak')), medicationReference, subject, dosageInstruction: dosage,
      ...(entry.agreement ? { authorizingPrescription: [reference('MedicationRequest', idOf(context, entry.id), `Medicatieafspraak ${entry.product.display}`)] } : {}),
    })] : []),
  ];
}

/** Devices, vaccinations, procedures, contacts and documents. */
export function careResources(context: DossierContext): StoredResource[] {
  const { persona } = context;
  const subject = toPatient(context);
  const ago = (days: number) => dateAgo(context, days);
  return [
    ...persona.devices.flatMap((entry) => [
      own(context, 'Device', entry.id, nictiz('zib-MedicalDeviceProduct'), { status: 'active', type: concept(entry.product), patient: subject }),
      own(context, 'DeviceUseStatement', entry.id, nictiz('zib-MedicalDevice'), {
        status: 'active', subject, whenUsed: { start: ago(entry.daysAgo) }, device: reference('Device', idOf(context, entry.id), entry.product.display),
      }),
    ]),
    ...persona.vaccinations.map((entry) => own(context, 'Immunization', entry.id, nictiz('zib-Vaccination'), {
      status: 'completed', notGiven: false, vaccineCode: concept(entry.vaccine), patient: subject, date: ago(entry.daysAgo), primarySource: true,
    })),
    ...persona.procedures.map((entry) => own(context, 'Procedure', entry.id, nictiz('zib-Procedure'), {
      status: 'completed', category: concept(snomed('387713003', 'Chirurgische verrichting')), code: concept(entry.code), subject,
      performedPeriod: { start: ago(entry.daysAgo) },
    })),
    ...persona.plannedProcedures.map((entry) => own(context, 'ProcedureRequest', entry.id, nictiz('zib-ProcedureRequest'), {
      status: 'active', intent: 'order', code: concept(entry.code), subject, occurrencePeriod: { start: ago(-entry.inDays) },
    })),
    ...persona.encounters.map((entry) => own(context, 'Encounter', entry.id, nictiz('zib-Encounter'), {
      status: 'finished', class: coding({ system: 'http://hl7.org/fhir/v3/ActCode', code: entry.class, display: encounterClass[entry.class] }), subject,
      period: { start: ago(entry.daysAgo), end: ago(entry.daysAgo - entry.days) }, serviceProvider: toOrganisation(context),
    })),
    ...persona.documents.flatMap((entry) => [
      own(context, 'DocumentReference', entry.id, nictiz('IHE.MHD.Minimal.DocumentReference'), {
        masterIdentifier: { system: `urn:oid:${context.organisation.systemOid}.8`, value: idOf(context, entry.id) },
        status: 'current', type: concept(entry.type), subject, indexed: instantAgo(context, entry.daysAgo), description: entry.title,
        content: [{ attachment: { contentType: 'text/plain', language: 'nl-NL', url: `Binary/${idOf(context, entry.id)}`, title: entry.title } }],
      }),
      binary(context, entry.id, entry.text),
    ]),
    ...(persona.careTeam ? [careTeam(context)] : []),
  ];
}
const encounterClass = { IMP: 'Klinisch', AMB: 'Poliklinisch', EMER: 'Spoedeisende hulp' } as const;

function binary(context: DossierContext, id: string, text: string): StoredResource {
  return {
    type: 'Binary', id: idOf(context, id), bsn: context.persona.patient.bsn,
    resource: { resourceType: 'Binary', id: idOf(context, id), contentType: 'text/plain', content: Buffer.from(text, 'utf8').toString('base64') },
  };
}

function careTeam(context: DossierContext): StoredResource {
  const practitioner = context.persona.generalPractitioner;
  const member = practitioner ? reference('Practitioner', practitionerId(context), practitioner.name) : toOrganisation(context);
  return own(context, 'CareTeam', 'zorgteam', nlCore('nl-core-careteam'), {
    status: 'active', name: `Zorgteam van ${fullName(context.persona)}`, subject: toPatient(context), participant: [{ member }],
  });
}

/** Who recorded the dossier and when: one Provenance for all its resources (bgz-nen7540.md 3.1). */
export function provenanceResource(context: DossierContext, targets: readonly StoredResource[]): StoredResource {
  const id = idOf(context, 'herkomst');
  return {
    type: 'Provenance', id, bsn: context.persona.patient.bsn,
    resource: {
      resourceType: 'Provenance', id, meta: { profile: [nictiz('BgZ-Metadata')] },
      target: targets.map((target) => reference(target.type, target.id, target.type)), recorded: instantAgo(context, 0),
      activity: { system: 'http://hl7.org/fhir/v3/DataOperation', code: 'CREATE', display: 'create' },
      agent: [{ whoReference: toOrganisation(context) }],
    },
  };
}
