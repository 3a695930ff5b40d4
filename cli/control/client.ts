import type { ControlNote } from '../../run/control/control-note.ts';
import { findControlNotes } from '../../run/control/find-control-notes.ts';
import type { Text } from '../../model/text.ts';

/** Something that a person can put right: told in their language, without a stack. */
export class ControlFailure extends Error {
  readonly text: Text;
  constructor(text: Text) { super(text.en); this.text = text; }
}
export interface ControlClient {
  readonly run: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
  delete<T>(path: string): Promise<T>;
}
/** Longer than the longest call of ours to the SUT (token and notification, 15 s each). */
const patienceMs = 40_000;

/** A client of the run that is open now: of the one named, else of the one that was opened last. */
export async function connect(options: { readonly runs: string; readonly run?: string }): Promise<ControlClient> {
  for (const note of findControlNotes(options.runs, options.run)) {
    const client = clientOf(note);
    try {
      await client.get('/state');
      return client;
    } catch (error) {
      // The process lives, but it is not ours any more: the system gives numbers out again.
      if (!(error instanceof Unreachable)) throw error;
    }
  }
  throw new ControlFailure(options.run === undefined
    ? { nl: `Er draait niets in ${options.runs}. Start eerst: toetssteen up (of run) met dezelfde --runs.`, en: `Nothing is running in ${options.runs}. Start first: toetssteen up (or run) with the same --runs.` }
    : { nl: `De run ${options.run} draait niet in ${options.runs}.`, en: `Run ${options.run} is not running in ${options.runs}.` });
}

class Unreachable extends Error {}

function clientOf(note: ControlNote): ControlClient {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    let answer: Response;
    try {
      answer = await fetch(note.origin + path, {
        method, signal: AbortSignal.timeout(patienceMs), headers: { authorization: `Bearer ${note.secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') throw new ControlFailure({ nl: `De run ${note.run} antwoordt niet binnen ${patienceMs / 1000} seconden.`, en: `Run ${note.run} does not answer within ${patienceMs / 1000} seconds.` });
      throw new Unreachable();
    }
    const value: unknown = await answer.json().catch(() => null);
    if (answer.ok) return value as T;
    const told = (value as { error?: Partial<Text> } | null)?.error;
    if (answer.status === 401) throw new Unreachable();
    throw new ControlFailure({ nl: told?.nl ?? `De run antwoordt met HTTP ${answer.status}.`, en: told?.en ?? `The run answers with HTTP ${answer.status}.` });
  };
  return { run: note.run, get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body), delete: (path) => ask('DELETE', path) };
}

/** Text that others wrote, fit for a terminal: no control characters, so that nothing can be faked or hidden by it. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u00b7');
}
