import type { Claim, TriggerConfig } from '../../model/claim.ts';
import { nictizPatients } from '../../fixtures/nictiz-patients.ts';
import type { FileTools } from './files.ts';
import type { Configuration } from './schema.ts';
import { withoutSlash } from './urls.ts';

/** The claim that a checked configuration stands for: choices that follow from others filled in, files as absolute paths. */
export function toClaim({ claim, ixit, packages, releases, terminology }: Configuration, tools: FileTools): Claim {
  const { endpoints } = ixit;
  return {
    releases, packages, ...(terminology === undefined ? {} : { terminologyServer: withoutSlash(terminology.server) }),
    ics: { ...claim, options: optionsOf(claim) },
    ixit: {
      ...ixit,
      endpoints: {
        ...endpoints,
        ...(endpoints.notificationBase === undefined ? {} : { notificationBase: withoutSlash(endpoints.notificationBase) }),
        ...(endpoints.resourceBase === undefined ? {} : { resourceBase: withoutSlash(endpoints.resourceBase) }),
      },
      ...(ixit.trustAnchors === undefined ? {} : { trustAnchors: tools.resolve(ixit.trustAnchors) }),
      clients: ixit.clients.map((client) => (client.jwksFile === undefined ? client : { ...client, jwksFile: tools.resolve(client.jwksFile) })) as Claim['ixit']['clients'],
      listen: { ...ixit.listen, ...(ixit.listen.advertised === undefined ? {} : { advertised: withoutSlash(ixit.listen.advertised) }) },
      personas: ixit.personas.map((persona) => ({ ...persona, ...bsnOf(persona) })),
      triggers: {
        ...(claim.roles.includes('twiin-sender') ? { 'twiin-sender': triggerOf(ixit.triggers['twiin-sender'], tools) } : {}),
        ...(claim.roles.includes('twiin-receiver') ? { 'twiin-receiver': triggerOf(ixit.triggers['twiin-receiver'], tools) } : {}),
      },
    },
  };
}

function optionsOf({ roles, options }: Configuration['claim']): Claim['ics']['options'] {
  const content = options.notificationContent ?? (options.workflowTask ? 'both' : 'inline-inputs');
  return {
    ...options, notificationContent: content, workflowTask: options.workflowTask ?? content !== 'inline-inputs',
    addressing: options.addressing ?? (roles.includes('zorgab-client') ? 'zorg-ab' : 'static'),
  };
}
function bsnOf({ key, bsn }: { readonly key: string; readonly bsn?: string | undefined }): { readonly bsn?: string } {
  const found = bsn ?? nictizPatients.find((patient) => `nictiz-${patient.id.toLowerCase()}` === key)?.bsn;
  return found === undefined ? {} : { bsn: found };
}
function triggerOf(trigger: Configuration['ixit']['triggers']['twiin-sender'], tools: FileTools): TriggerConfig {
  if (trigger === undefined) return { kind: 'manual' };
  if (trigger.kind === 'webhook') {
    const { kind, url, secretFile, secretEnv } = trigger;
    const secret = trigger.secret ?? (secretEnv === undefined ? undefined : tools.environment[secretEnv]);
    return { kind, url, ...(secretFile === undefined ? {} : { secretFile: tools.resolve(secretFile) }), ...(secret === undefined ? {} : { secret }) };
  }
  if (trigger.kind !== 'command') return trigger;
  const [program = '', ...parameters] = trigger.command;
  // Like other paths, a program beside the configuration is found from there; a bare name is looked up in PATH.
  return { kind: 'command', command: [program.includes('/') ? tools.resolve(program) : program, ...parameters] };
}
