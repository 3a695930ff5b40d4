import type { SigningAlgorithm, XisConfig } from './config.ts';
import type { DefectSide } from './defects.ts';

/** A legal alternative behaviour that a conformance test must accept. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly side: DefectSide;
  /** Requirements for which the notes ask a warning or remark with this behaviour. */
  readonly expectedWarnings: readonly string[];
  /** Settings that the variant lays over the configuration. */
  readonly settings?: Partial<Pick<XisConfig, 'notificationContent' | 'tokenLifetimeSeconds' | 'queryList'>>;
  /** The XIS signs with this; when the configured key is of another kind it makes its own (see `RunningXis.jwks`). */
  readonly signing?: SigningAlgorithm;
}

export const variants = [
  // ── tokens ──
  { id: 'sign-es512', title: 'Signs with ES512, as AORTA does', side: 'both', expectedWarnings: [], signing: 'ES512' },
  { id: 'sign-ps256', title: 'Signs with PS256, as VIPLive does', side: 'both', expectedWarnings: [], signing: 'PS256' },
  { id: 'iss-client-name', title: 'iss of an assertion is the client name instead of a URL', side: 'both', expectedWarnings: [] },
  { id: 'sub-is-iss', title: 'sub of the client assertion is the issuer URL', side: 'both', expectedWarnings: [] },
  { id: 'aud-swapped', title: 'Both assertions name the authorization server as audience', side: 'both', expectedWarnings: [] },
  { id: 'base-in-first-token', title: 'The token request for notifying already carries authorization_base', side: 'sender', expectedWarnings: [] },
  { id: 'scope-sent', title: 'Sends a scope in token requests', side: 'both', expectedWarnings: [] },
  { id: 'jwt-access-token', title: 'Gives access tokens that are JWTs', side: 'both', expectedWarnings: [] },
  { id: 'token-type-lower-case', title: 'Answers token_type "bearer"', side: 'both', expectedWarnings: [] },
  { id: 'expires-in-absent', title: 'Answers a token without expires_in', side: 'both', expectedWarnings: ['TWIIN-AUT-20'] },
  { id: 'token-lifetime-60', title: 'Tokens live 60 seconds', side: 'both', expectedWarnings: [], settings: { tokenLifetimeSeconds: 60 } },
  { id: 'expired-token-leeway', title: 'Takes a token for a minute after its end, because clocks differ', side: 'both', expectedWarnings: [] },
  { id: 'tokens-kept', title: 'Keeps access tokens until they expire, also for a later referral', side: 'both', expectedWarnings: [] },
  { id: 'token-error-401', title: 'Every refused token request is 401 invalid_client or invalid_grant', side: 'both', expectedWarnings: [] },
  // ── notification ──
  { id: 'no-authorization-base', title: 'Sends no authorization base and binds access to organisation and patient', side: 'sender', expectedWarnings: [] },
  { id: 'patient-in-token-only', title: 'Names the patient in the token request and not on the Task', side: 'sender', expectedWarnings: [] },
  { id: 'workflow-task-only', title: 'Offers everything by a workflow task', side: 'sender', expectedWarnings: [], settings: { notificationContent: 'workflow-task' } },
  { id: 'workflow-task-and-inputs', title: 'Offers a workflow task and queries', side: 'sender', expectedWarnings: [], settings: { notificationContent: 'both' } },
  { id: 'queries-bgz-2-alpha', title: 'Offers the query list of the BgZ 2.0 draft profile', side: 'sender', expectedWarnings: [], settings: { queryList: 'bgz-2-alpha' } },
  { id: 'queries-absolute', title: 'Writes queries as absolute URLs', side: 'sender', expectedWarnings: [] },
  { id: 'queries-raw', title: 'Writes queries with raw reserved characters in valueString', side: 'sender', expectedWarnings: [] },
  { id: 'queries-generic-type', title: 'Types queries as search-resource instead of LOINC and SNOMED', side: 'sender', expectedWarnings: [] },
  { id: 'parameters-as-code-system', title: 'Uses CodeSystem instead of NamingSystem in task codes', side: 'sender', expectedWarnings: ['TWIIN-NTF-12', 'TWIIN-NTF-19'] },
  { id: 'identifier-rfc4122', title: 'Identifiers use system https://tools.ietf.org/html/rfc4122', side: 'sender', expectedWarnings: [] },
  { id: 'system-id-uzi-oid', title: 'The sending system is named by a UZI OID', side: 'sender', expectedWarnings: [] },
  { id: 'system-id-aorta', title: 'The sending system is named by an application id', side: 'sender', expectedWarnings: [] },
  { id: 'extra-input', title: 'Names the referring practitioner in an input of its own, by UZI number', side: 'sender', expectedWarnings: [] },
  { id: 'period-as-date', title: 'Writes the end of the period as a date, and gives access until the end of that day', side: 'sender', expectedWarnings: [] },
  { id: 'no-restriction', title: 'Sends no restriction', side: 'sender', expectedWarnings: [] },
  { id: 'group-is-workflow-task', title: 'groupIdentifier equals the identifier of the workflow task', side: 'sender', expectedWarnings: [], settings: { notificationContent: 'both' } },
  { id: 'content-type-charset', title: 'Content types carry a charset', side: 'both', expectedWarnings: [] },
  // ── receiving and pulling ──
  { id: 'receive-202', title: 'Answers a notification with 202', side: 'receiver', expectedWarnings: ['TWIIN-NTF-32'] },
  { id: 'cancel-unknown-200', title: 'Answers the cancel of an unknown notification with 200', side: 'receiver', expectedWarnings: [] },
  { id: 'cancel-unknown-201', title: 'Answers the cancel of an unknown notification with 201, as STU3 does', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-nothing', title: 'Never pulls', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-subset', title: 'Pulls allergies and medication only', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-slash-raw', title: 'Sends %3A// in systems', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-fully-encoded', title: 'Sends %3A%2F%2F in systems', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-raw-pipe', title: 'Sends a raw pipe', side: 'receiver', expectedWarnings: ['TWIIN-PUL-07'] },
  { id: 'pull-extra-include', title: 'Adds an _include to an offered query', side: 'receiver', expectedWarnings: [] },
  { id: 'pull-reads-references', title: 'Reads references that stand in an answer', side: 'receiver', expectedWarnings: [] },
  // ── serving ──
  { id: 'refuse-missing-403', title: 'Refuses a data request without right with 403 instead of 401', side: 'sender', expectedWarnings: ['TWIIN-PUL-04'] },
  { id: 'unknown-task-403', title: 'Refuses a workflow task that was not offered with 403, known or not', side: 'sender', expectedWarnings: [] },
  { id: 'refuse-outside-404', title: 'Refuses what was not granted with 404', side: 'sender', expectedWarnings: [] },
  { id: 'small-pages', title: 'Pages of two entries with next links', side: 'sender', expectedWarnings: [] },
  { id: 'full-url-uuid', title: 'fullUrl as urn:uuid', side: 'sender', expectedWarnings: [] },
  { id: 'total-absent', title: 'Bundles without total', side: 'sender', expectedWarnings: [] },
  { id: 'self-link-as-received', title: 'The self link repeats the query as it was spelled', side: 'sender', expectedWarnings: [] },
  { id: 'outcome-in-empty-searchset', title: 'An empty searchset holds an OperationOutcome entry', side: 'sender', expectedWarnings: [] },
  // ── form of what it serves ──
  { id: 'entry-urn-without-id', title: 'Alerts stand in a searchset without id, under a urn:uuid', side: 'sender', expectedWarnings: [] },
  { id: 'extra-unknown-profile', title: 'Problems state a local profile as well', side: 'sender', expectedWarnings: [] },
  { id: 'absent-reason-for-display', title: 'Extensions say why a display and a code are absent', side: 'sender', expectedWarnings: [] },
  { id: 'decimals-with-trailing-zeros', title: 'Body weights are written with two decimals, as in 70.50', side: 'sender', expectedWarnings: [] },
  { id: 'extra-codings-and-extensions', title: 'Problems have a local code and a local extension as well', side: 'sender', expectedWarnings: [] },
  { id: 'identifier-by-type', title: 'The own patient number is identified by type, without system', side: 'sender', expectedWarnings: [] },
  // ── XML ──
  { id: 'serves-xml-by-default', title: 'Answers XML when nothing else is asked', side: 'both', expectedWarnings: [] },
  { id: 'json-with-charset', title: 'Content types of JSON carry a quoted charset after a space', side: 'both', expectedWarnings: [] },
  { id: 'sends-xml', title: 'Notifies in XML and asks for XML', side: 'both', expectedWarnings: [] },
  { id: 'xml-prefix', title: 'Notifies in XML, and writes XML with a namespace prefix, comments and single quotes', side: 'both', expectedWarnings: [] },
] as const satisfies readonly Variant[];

export type VariantId = (typeof variants)[number]['id'];
