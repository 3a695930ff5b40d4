import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `memory`: the simulators as in a unit test; `unjudged`: with the durable journal and without rules; `normal` and `full`: as in a run, by SQLite's `synchronous`. */
export type ServerKind = 'bare' | 'memory' | 'unjudged' | 'normal' | 'full';
/** Notifications in the journal, whole, and how many of them were judged. */
export interface ServerTold { readonly kept: number; readonly judged: number }
export interface Server {
  readonly pid: number;
  readonly origin: string;
  /** Resolves when it has nothing more to do for what it answered. Rejects when it died. */
  settled(): Promise<void>;
  count(): Promise<ServerTold>;
  close(): Promise<void>;
}

/** Starts a server in a process of its own. */
export async function startServer(kind: ServerKind): Promise<Server> {
  const child = spawn(process.execPath, [...process.execArgv, join(import.meta.dirname, 'server-process.ts'), kind], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: { resolve(line: string): void; reject(error: Error): void }[] = [];
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => { for (const one of waiting.splice(0)) one.reject(new Error(`the server ${kind} ended`)); resolve(); });
  });
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.resolve(line));
  const line = (): Promise<string> => new Promise((resolve, reject) => { waiting.push({ resolve, reject }); });
  const { origin } = JSON.parse(await line()) as { origin: string };
  return {
    pid: child.pid!, origin,
    settled: async () => { child.stdin.write('settled\n'); await line(); },
    count: async () => { child.stdin.write('count\n'); return JSON.parse(await line()) as ServerTold; },
    close: async () => { child.stdin.end(); await ended; },
  };
}
/** Milliseconds of processor time that a process used, all its threads; NaN where the system does not tell. */
export function processorTime(pid: number): number {
  try {
    // Of proc_pid_stat(5): utime and stime, in hundredths of a second, counted after the name in brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch { return NaN; }
}
