/** True for a rule about ourselves: its findings are the harness's own and never count against the system under test. */
export function isSimulatorRule(id: string): boolean { return id.startsWith('simulator-'); }
