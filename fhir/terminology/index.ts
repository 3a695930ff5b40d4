/** Codes against value sets and code systems, here and with a terminology server. `docs/fhir-packages.md` tells the policies. */
export type { CodeCheck, CodeToCheck, Obstacle, SystemCheck } from './answer.ts';
export { checkWithServer, type PendingCodes, type ServerChecked } from './check-with-server.ts';
export type { ServerAnswer } from './server-answer.ts';
export { createTerminology, type Terminology } from './terminology.ts';
export { createTerminologyServer, type TerminologyServer, type TerminologyServerOptions } from './terminology-server.ts';
export { createReach, type Reach } from './reach.ts';
export { settleFindings, type PendingPlace } from './settle-findings.ts';
