import { spawn } from 'node:child_process';
import type { TriggerRequest } from '../model/trigger.ts';

export interface CommandEnd {
  /** Exit code; null when it could not start or was ended by us. */
  readonly code: number | null;
  readonly output: string;
  /** Why it could not run or end; null when it ended by itself. */
  readonly problem: string | null;
}
const maximumOutput = 256 * 1024;

/**
 * Runs a trigger command without a shell: the request as JSON on stdin and as `TOETSSTEEN_*` variables.
 * `timeoutMs` are real milliseconds. Never rejects.
 */
export function runCommand(command: readonly string[], request: TriggerRequest, timeoutMs: number): Promise<CommandEnd> {
  const [program, ...parameters] = command;
  if (!program) return Promise.resolve({ code: null, output: '', problem: 'the command is empty' });
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { shell: false, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...variables(request) } });
    const pieces: Buffer[] = [];
    let size = 0;
    let ended = false;
    const finish = (end: Pick<CommandEnd, 'code' | 'problem'>): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      resolve({ ...end, output: Buffer.concat(pieces).toString('utf8') });
    };
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      // A grandchild that keeps the pipes open would keep us waiting.
      child.stdout.destroy();
      child.stderr.destroy();
      finish({ code: null, problem: `not ended within ${timeoutMs} ms` });
    }, timeoutMs);
    child.stdout.on('data', (piece: Buffer) => {
      if (size < maximumOutput) pieces.push(piece.subarray(0, maximumOutput - size));
      size += piece.byteLength;
    });
    // Read and dropped: it may hold anything, and a full pipe would stop the program.
    child.stderr.resume();
    // A program that does not read its input closes the pipe; that is its right.
    child.stdin.on('error', () => {});
    child.on('error', (error) => finish({ code: null, problem: `cannot be started: ${(error as NodeJS.ErrnoException).code ?? error.message}` }));
    child.on('close', (code, signal) => finish({ code, problem: signal ? `ended by signal ${signal}` : null }));
    child.stdin.end(JSON.stringify(request));
  });
}

/** `patientBsn` becomes TOETSSTEEN_PATIENT_BSN, and so on. */
export function variables(request: TriggerRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)
    .map(([name, value]) => [`TOETSSTEEN_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`, String(value)]));
}
