import type { Lang } from '../progress.ts';
import { ControlFailure } from './client.ts';

/** Runs a command that talks to an open run: what a person can put right becomes a sentence and exit code 2. */
export async function talking(lang: Lang, out: (line: string) => void, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ControlFailure)) throw error;
    out(error.text[lang]);
    return 2;
  }
}
