import { isAcceptedBsn } from '../../fixtures/bsn.ts';
import { nictizPatients } from '../../fixtures/nictiz-patients.ts';
import { organisations } from '../../fixtures/organisations.ts';
import type { Text } from '../../model/text.ts';
import { messageOf, pathText, shown } from './problems.ts';
import type { Complaint, Problem } from './problems.ts';
import type { Configuration } from './schema.ts';
import { valueAt } from './schema-problems.ts';
import type { Source } from './source.ts';
import { isLoopbackUrl } from './urls.ts';

type Report = (path: readonly PropertyKey[], expected: Text, next: Text) => void;
type CrossCheck = (configuration: Configuration, report: Report) => void;

/** What one value alone cannot show: the members of the configuration against each other and against the test world. */
export function crossProblems(configuration: Configuration, source: Source): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, expected, next) => problems.push(problemAt(source, path, { expected, next }));
  for (const check of [content, directory, endpoints, clients, organisation, patients, secrets]) check(configuration, report);
  return problems;
}
/** A problem of a value in the file, or of its absence. */
export function problemAt(source: Source, path: readonly PropertyKey[], complaint: Omit<Complaint, 'given'>): Problem {
  const value = valueAt(source.data, path);
  return { ...source.locate(path), path: pathText(path), message: messageOf({ given: value === undefined ? null : shown(path, value), ...complaint }) };
}

const content: CrossCheck = ({ claim: { roles, options } }, report) => {
  const { notificationContent, workflowTask } = options;
  const path = ['claim', 'options', 'notificationContent'];
  if (notificationContent === undefined && roles.includes('twiin-sender')) {
    return report(path, { nl: 'precies één van inline-inputs, workflow-task, both', en: 'exactly one of inline-inputs, workflow-task, both' },
      { nl: 'Geef aan waar uw aanmelding de zoekvragen noemt: in de Notification Task (inline-inputs), in de Workflow Task, of in beide.', en: 'Say where your notification names the queries: in the Notification Task (inline-inputs), in the Workflow Task, or in both.' });
  }
  if (workflowTask === true && notificationContent === 'inline-inputs') {
    report(path, { nl: 'workflow-task of both, want claim.options.workflowTask is true', en: 'workflow-task or both, for claim.options.workflowTask is true' },
      { nl: 'Maak er workflow-task of both van, of zet workflowTask op false.', en: 'Make it workflow-task or both, or set workflowTask to false.' });
  }
  if (workflowTask === false && notificationContent !== undefined && notificationContent !== 'inline-inputs') {
    report(['claim', 'options', 'workflowTask'], { nl: `true, want notificationContent is ${notificationContent}`, en: `true, for notificationContent is ${notificationContent}` },
      { nl: 'Zet workflowTask op true, of notificationContent op inline-inputs.', en: 'Set workflowTask to true, or notificationContent to inline-inputs.' });
  }
};

const directory: CrossCheck = ({ claim: { roles, options } }, report) => {
  if (!roles.includes('zorgab-client') || options.addressing === undefined || options.addressing === 'zorg-ab') return;
  report(['claim', 'options', 'addressing'], { nl: 'zorg-ab, want de rol zorgab-client is geclaimd', en: 'zorg-ab, for the role zorgab-client is claimed' },
    { nl: 'Zet addressing op zorg-ab, of haal zorgab-client uit claim.roles.', en: 'Set addressing to zorg-ab, or take zorgab-client out of claim.roles.' });
};

const neededBy = {
  'twiin-sender': [
    ['resourceBase', 'de FHIR-basis waar wij de gegevens ophalen', 'the FHIR base at which we fetch the data'],
    ['pullTokenEndpoint', 'het token endpoint voor dat ophalen', 'the token endpoint for that'],
  ],
  'twiin-receiver': [
    ['notificationBase', 'de FHIR-basis waar wij aanmelden (zonder /Task)', 'the FHIR base at which we notify (without /Task)'],
    ['notifyTokenEndpoint', 'het token endpoint voor dat aanmelden', 'the token endpoint for that'],
  ],
} as const;
const endpoints: CrossCheck = ({ claim, ixit }, report) => {
  for (const role of ['twiin-sender', 'twiin-receiver'] as const) {
    if (!claim.roles.includes(role)) continue;
    for (const [name, nl, en] of neededBy[role]) {
      if (ixit.endpoints[name] !== undefined) continue;
      report(['ixit', 'endpoints', name], { nl: `${nl}, want de rol ${role} is geclaimd`, en: `${en}, for the role ${role} is claimed` },
        { nl: `Vul ixit.endpoints.${name} in, of haal ${role} uit claim.roles.`, en: `Fill in ixit.endpoints.${name}, or take ${role} out of claim.roles.` });
    }
  }
};

const clients: CrossCheck = ({ claim, ixit }, report) => {
  const asksTokens = claim.roles.some((role) => role === 'twiin-sender' || role === 'twiin-receiver');
  if (asksTokens && ixit.clients.length === 0) {
    report(['ixit', 'clients'], { nl: 'ten minste één client met de publieke sleutels waarmee uw systeem zijn assertions ondertekent', en: 'at least one client with the public keys with which your system signs its assertions' },
      { nl: 'Voeg een client toe met role en jwksFile, jwksUrl of jwks.', en: 'Add a client with role and jwksFile, jwksUrl or jwks.' });
  }
  ixit.clients.forEach((client, index) => {
    const given = [client.jwksFile, client.jwksUrl, client.jwks].filter((one) => one !== undefined).length;
    if (given !== 1) {
      report(['ixit', 'clients', index], { nl: `precies één van jwksFile, jwksUrl en jwks (nu ${given})`, en: `exactly one of jwksFile, jwksUrl and jwks (now ${given})` },
        { nl: 'Laat er één staan.', en: 'Leave one.' });
    }
    if (!claim.roles.includes(client.role)) {
      report(['ixit', 'clients', index, 'role'], { nl: `een geclaimde rol (${claim.roles.join(', ')})`, en: `a claimed role (${claim.roles.join(', ')})` },
        { nl: 'Voeg de rol toe aan claim.roles, of haal deze client weg.', en: 'Add the role to claim.roles, or remove this client.' });
    }
  });
};

const organisation: CrossCheck = ({ ixit }, report) => {
  const taken = organisations.find((one) => one.ura === ixit.organisation.ura && one.playedBy !== 'sut');
  if (!taken) return;
  report(['ixit', 'organisation', 'ura'], { nl: `een andere URA: deze is van ${taken.name}, die de testomgeving zelf speelt`, en: `another URA: this one is of ${taken.name}, which the test environment plays itself` },
    { nl: 'Geef de URA van de testorganisatie in uw systeem, bijvoorbeeld 90000011.', en: 'Give the URA of the test organisation in your system, for example 90000011.' });
};

const patients: CrossCheck = ({ claim, ixit }, report) => {
  const seen = new Set<string>();
  ixit.personas.forEach(({ key, bsn }, index) => {
    const path = ['ixit', 'personas', index];
    const published = nictizPatients.find((patient) => `nictiz-${patient.id.toLowerCase()}` === key);
    if (seen.has(key)) report([...path, 'key'], { nl: 'elke testpatiënt één keer', en: 'each test patient once' }, { nl: 'Haal de tweede weg.', en: 'Remove the second one.' });
    seen.add(key);
    if (bsn === undefined) return;
    if (published && bsn !== published.bsn) {
      report([...path, 'bsn'], { nl: `geen bsn, of het gepubliceerde BSN van ${key}`, en: `no bsn, or the published BSN of ${key}` }, { nl: 'Laat bsn weg; het staat in de tabel.', en: 'Leave bsn out; the table has it.' });
    }
    if (seen.has(bsn)) report([...path, 'bsn'], { nl: 'voor elke testpatiënt een ander BSN', en: 'another BSN for each test patient' }, { nl: 'Geef elke patiënt een eigen BSN.', en: 'Give each patient a BSN of its own.' });
    seen.add(bsn);
    if (!isAcceptedBsn(bsn, claim.extraBsns)) {
      report([...path, 'bsn'], { nl: 'een BSN dat de 11-proef doorstaat en in de tabel met test-BSN\'s staat (999xxxxxx, 900xxxxxx)', en: 'a BSN that passes the 11-test and lies in the table of test BSNs (999xxxxxx, 900xxxxxx)' },
        { nl: 'Kies een ander BSN. Is dit nummer zeker fictief, zet het dan met uw naam onder claim.extraBsns.', en: 'Choose another BSN. If this number is fictitious for certain, list it with your name under claim.extraBsns.' });
    }
  });
};

const secrets: CrossCheck = ({ ixit }, report) => {
  for (const role of ['twiin-sender', 'twiin-receiver'] as const) {
    const trigger = ixit.triggers[role];
    if (trigger?.kind !== 'webhook') continue;
    const path = ['ixit', 'triggers', role];
    const given = [trigger.secret, trigger.secretFile, trigger.secretEnv].filter((one) => one !== undefined).length;
    if (given > 1) {
      report(path, { nl: 'hoogstens één van secretFile, secretEnv en secret', en: 'at most one of secretFile, secretEnv and secret' }, { nl: 'Laat er één staan.', en: 'Leave one.' });
    }
    if (given === 0 && !isLoopbackUrl(trigger.url)) {
      report(path, { nl: 'een secretFile of secretEnv, want de webhook staat niet op deze machine', en: 'a secretFile or secretEnv, for the webhook is not on this machine' },
        { nl: 'Zet het geheim in een bestand dat alleen u kunt lezen en noem dat in secretFile.', en: 'Put the secret into a file that only you can read and name it in secretFile.' });
    }
    if (trigger.secret !== undefined && !isLoopbackUrl(trigger.url)) {
      report([...path, 'secret'], { nl: 'secretFile of secretEnv; een geheim in dit bestand mag alleen voor een adres op deze machine', en: 'secretFile or secretEnv; a secret in this file is only for an address on this machine' },
        { nl: 'Verplaats het geheim naar een bestand of omgevingsvariabele en geef een nieuw geheim uit.', en: 'Move the secret to a file or environment variable and issue a new one.' });
    }
  }
};
