import type { JsonObject } from '../messages.ts';
import { concept, dateAgo, fullName, idOf, nictiz, nlCore, organisationId, own, patientId, practitionerId, reference, toPatient } from './parts.ts';
import type { DossierContext, StoredResource } from './parts.ts';

const system = (name: string) => `http://fhir.nl/fhir/NamingSystem/${name}`;

/** Patient with contacts, general practitioner and payer (bgz-nen7540.md 3 and 8). */
export function personResources(context: DossierContext): StoredResource[] {
  return [patient(context), ...practitioner(context), ...payer(context)];
}

/** The organisation that keeps the dossiers; belongs to no patient. */
export function organisationResource(organisation: DossierContext['organisation']): StoredResource {
  return {
    type: 'Organization', id: organisationId, bsn: null,
    resource: {
      resourceType: 'Organization', id: organisationId, meta: { profile: [nlCore('nl-core-organization')] },
      identifier: [{ system: system('ura'), value: organisation.ura }], active: true, name: organisation.name,
    },
  };
}

function patient(context: DossierContext): StoredResource {
  const { patient: data, generalPractitioner } = context.persona;
  const id = patientId(context);
  const resource: JsonObject = {
    resourceType: 'Patient', id, meta: { profile: [nlCore('nl-core-patient')] },
    identifier: [{ system: system('bsn'), value: data.bsn }], active: true,
    name: [name(context)],
    telecom: [{ system: 'phone', value: data.phone, use: 'home' }],
    gender: data.gender, birthDate: data.birthDate,
    ...(data.deceasedDaysAgo === undefined ? {} : { deceasedDateTime: dateAgo(context, data.deceasedDaysAgo) }),
    address: [{
      use: 'home', line: [`${data.address.street} ${data.address.houseNumber}`], city: data.address.city,
      postalCode: data.address.postalCode.replace(' ', ''), country: 'NL',
    }],
    ...(data.contacts.length === 0 ? {} : {
      contact: data.contacts.map((contact) => ({
        relationship: [concept(contact.relation)], name: { text: contact.name }, telecom: [{ system: 'phone', value: contact.phone }],
      })),
    }),
    ...(generalPractitioner ? { generalPractitioner: [reference('Practitioner', practitionerId(context), generalPractitioner.name)] } : {}),
  };
  return { type: 'Patient', id, bsn: data.bsn, resource };
}

function name(context: DossierContext): JsonObject {
  const { patient: data } = context.persona;
  const extension = (part: string, value: string) => ({ url: `http://hl7.org/fhir/StructureDefinition/humanname-${part}`, valueString: value });
  const parts = [
    ...(data.prefix ? [extension('own-prefix', data.prefix)] : []),
    extension('own-name', data.family),
    ...(data.partnerFamily ? [extension('partner-name', data.partnerFamily)] : []),
  ];
  const family = [[data.prefix, data.family].filter(Boolean).join(' '), data.partnerFamily].filter(Boolean).join('-');
  return {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/humanname-assembly-order', valueCode: data.partnerFamily ? 'NL4' : 'NL1' }],
    use: 'official', text: fullName(context.persona), family, _family: { extension: parts }, ...(data.given.length === 0 ? {} : { given: [...data.given] }),
  };
}

function practitioner(context: DossierContext): StoredResource[] {
  const data = context.persona.generalPractitioner;
  if (!data) return [];
  const id = practitionerId(context);
  return [{
    type: 'Practitioner', id, bsn: context.persona.patient.bsn,
    resource: {
      resourceType: 'Practitioner', id, meta: { profile: [nlCore('nl-core-practitioner')] },
      identifier: [{ system: system('agb-z'), value: data.agb }], active: true, name: [{ text: data.name }],
    },
  }];
}

function payer(context: DossierContext): StoredResource[] {
  const data = context.persona.insurer;
  if (!data) return [];
  const insurerId = idOf(context, 'verzekeraar');
  const insurer: StoredResource = {
    type: 'Organization', id: insurerId, bsn: context.persona.patient.bsn,
    resource: {
      resourceType: 'Organization', id: insurerId, meta: { profile: [nlCore('nl-core-organization')] },
      identifier: [{ system: system('uzovi'), value: data.uzovi }], name: data.name,
    },
  };
  const coverage = own(context, 'Coverage', 'verzekering', nictiz('zib-Payer'), {
    status: 'active', subscriber: toPatient(context), subscriberId: data.policy, beneficiary: toPatient(context),
    payor: [reference('Organization', insurerId, data.name)],
  });
  return [insurer, coverage];
}
