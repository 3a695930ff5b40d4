import { z } from 'zod';
import { profileTable, roleTable } from '../../catalogue/roles.ts';
import { nictizPatients } from '../../fixtures/nictiz-patients.ts';
import { personas } from '../../fixtures/personas/index.ts';
import type { ExpectationKey } from './expectations.ts';
import { isBaseUrl, isHttpsUrl, isLocalOrHttps, isOrigin } from './urls.ts';

/*
 * toetssteen.yaml as the tester writes it: the members of model/claim.ts, with `claim` for the ICS and `ixit` for the
 * extra information. Numbers arrive as they were written (see source.ts), so that 012345672 keeps its zero and version
 * 1.10 its end. Every check is named by a key of expectations.ts.
 */
const check = (key: ExpectationKey) => ({ error: key, abort: true }) as const;
const filled = z.string().trim().min(1, check('text')).refine((text) => !/^<.*>$/s.test(text), check('placeholder'));
const matching = (key: ExpectationKey, fits: (text: string) => boolean) => filled.refine(fits, check(key));
const ura = matching('ura', (text) => /^\d{8}$/.test(text));
const bsn = matching('bsn', (text) => /^\d{9}$/.test(text));
const httpsUrl = matching('httpsUrl', isHttpsUrl);
const baseUrl = matching('baseUrl', isBaseUrl);
const localUrl = matching('localUrl', isLocalOrHttps);
const whole = (key: ExpectationKey, from: number, to: number) =>
  z.string().trim().refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= from && Number(text) <= to, check(key)).transform(Number);
const milliseconds = (usual: number) => whole('milliseconds', 1, 7 * 86_400_000).prefault(String(usual));

/** Names of our own patients, then those of Nictiz as `nictiz-a` to `nictiz-g`. */
export const personaKeys: readonly string[] = [...personas.map((persona) => persona.key), ...nictizPatients.map((patient) => `nictiz-${patient.id.toLowerCase()}`)];
export const roleNames: readonly string[] = Object.keys(roleTable);
export const profileNames: readonly string[] = Object.keys(profileTable);

const webhook = z.strictObject({
  kind: z.literal('webhook'), url: localUrl,
  secretFile: filled.optional(), secretEnv: matching('environmentName', (text) => /^[A-Za-z_]\w*$/.test(text)).optional(), secret: filled.optional(),
});
const trigger = z.discriminatedUnion('kind', [
  webhook,
  z.strictObject({ kind: z.literal('command'), command: z.array(z.string()).min(1, check('command')) }),
  z.strictObject({ kind: z.literal('manual') }),
]);

const claim = z.strictObject({
  product: filled, version: filled, supplier: filled,
  parts: z.array(z.strictObject({ name: filled, supplier: filled, version: filled.optional() })).default([]),
  roles: z.array(z.enum(roleNames)).min(1, check('oneRole')),
  profiles: z.array(z.enum(profileNames)).min(1, check('oneProfile')).default(['twiin-np-stu3']),
  options: z.strictObject({
    addressing: z.enum(['zorg-ab', 'static', 'other']).optional(),
    workflowTask: z.boolean().optional(),
    authorizationBase: z.boolean().default(true),
    cancellation: z.boolean().default(true),
    renewal: z.boolean().default(true),
    notificationContent: z.enum(['inline-inputs', 'workflow-task', 'both']).optional(),
    formats: z.array(z.enum(['json', 'xml'])).refine((formats) => formats.includes('json'), check('oneFormat')).default(['json']),
    queryList: z.enum(['bgz-1', 'bgz-2-alpha', 'own']).default('bgz-1'),
    duplicatesPossible: z.boolean().default(false),
    showsMap: z.boolean().default(false),
  }).prefault({}),
  extraBsns: z.array(z.strictObject({ bsn, declaredBy: filled })).default([]),
});

const ixit = z.strictObject({
  organisation: z.strictObject({ ura, name: filled, systemId: filled }),
  endpoints: z.strictObject({
    notificationBase: baseUrl.optional(), resourceBase: baseUrl.optional(), notifyTokenEndpoint: httpsUrl.optional(),
    pullTokenEndpoint: httpsUrl.optional(), authorizationServer: httpsUrl.optional(), accessLog: localUrl.optional(),
  }).prefault({}),
  trustAnchors: filled.optional(),
  clients: z.array(z.strictObject({
    role: z.enum(roleNames), issuer: filled.optional(), jwksFile: filled.optional(), jwksUrl: localUrl.optional(),
    jwks: z.strictObject({ keys: z.array(z.looseObject({})) }).optional(),
  })).default([]),
  ourClient: z.strictObject({
    issuer: filled.optional(), clientId: filled.optional(), algorithm: z.enum(['ES512', 'ES256', 'PS256']).default('ES256'),
    clientAudience: z.enum(['token-endpoint', 'authorization-server']).default('token-endpoint'), scope: filled.optional(),
  }).prefault({}),
  personas: z.array(z.strictObject({ key: z.enum(personaKeys), bsn: bsn.optional(), contentConfirmed: z.boolean().default(false) })).min(1, check('onePersona'))
    .default(personas.map(({ key }) => ({ key, contentConfirmed: false }))),
  triggers: z.strictObject({ 'twiin-sender': trigger.optional(), 'twiin-receiver': trigger.optional() }).prefault({}),
  tls: z.strictObject({ endsAtProxy: z.boolean().default(false) }).prefault({}),
  listen: z.strictObject({ host: filled.default('127.0.0.1'), port: whole('port', 0, 65_535).prefault('8443'), advertised: matching('origin', isOrigin).optional() }).prefault({}),
  windows: z.strictObject({
    notification: milliseconds(60_000), pull: milliseconds(60_000), absence: milliseconds(5_000), leeway: milliseconds(300_000), trigger: milliseconds(60_000), attest: milliseconds(86_400_000),
  }).prefault({}),
});

const pinnedPackage = z.strictObject({
  name: matching('packageName', (text) => /^[a-z0-9][a-z0-9._-]*$/i.test(text)), version: filled,
  sha256: matching('sha256', (text) => /^[0-9a-f]{64}$/i.test(text)).transform((text) => text.toLowerCase()),
});

export const configurationSchema = z.strictObject({
  claim, ixit, packages: z.array(pinnedPackage).default([]),
  terminology: z.strictObject({ server: matching('localUrl', isLocalOrHttps) }).optional(),
  releases: z.strictObject({ twiin: z.enum(['1.4']).default('1.4'), bgz: z.enum(['2.0']).default('2.0') }).prefault({}),
});
export type Configuration = z.infer<typeof configurationSchema>;

/** Keys that may stand at a path of the file; for "did you mean". */
export function keysAt(path: readonly PropertyKey[], schema: z.core.$ZodType = configurationSchema): string[] {
  const open = unwrapped(schema);
  if (open instanceof z.ZodDiscriminatedUnion) return [...new Set(open.options.flatMap((option) => keysAt(path, option)))];
  const [head, ...rest] = path;
  if (open instanceof z.ZodArray) return head === undefined ? [] : keysAt(rest, open.element);
  if (!(open instanceof z.ZodObject)) return [];
  if (head === undefined) return Object.keys(open.shape);
  const member = (open.shape as Record<string, z.core.$ZodType>)[String(head)];
  return member ? keysAt(rest, member) : [];
}
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return unwrapped(schema.unwrap());
  return schema;
}
