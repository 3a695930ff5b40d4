import { readFileSync } from 'node:fs';
import { realClock } from '../../run/clock/real-clock.ts';
import { doctor, doctorTools } from '../../run/configuration/doctor.ts';
import type { DoctorCheck } from '../../run/configuration/doctor.ts';
import { loadConfiguration } from '../../run/configuration/load.ts';
import type { Problem } from '../../run/configuration/problems.ts';
import { checkLines } from '../check-lines.ts';
import { ownPki } from '../own-pki.ts';
import type { Lang } from '../progress.ts';
import { configured } from './configured.ts';

/** `toetssteen doctor`: exit code 0 when testing is possible, 2 when something is wrong. */
export async function doctorCommand(options: { readonly lang: Lang; readonly config: string; readonly json: boolean; readonly out: (line: string) => void }): Promise<number> {
  const { lang, out } = options;
  if (options.json) {
    // What reads this reads checks, also of a file that is wrong.
    const loaded = await loadConfiguration(options.config);
    if (!loaded.ok) { out(JSON.stringify(loaded.problems.map((problem) => checkOf(problem, options.config)), null, 2)); return 2; }
  }
  const claim = await configured(options.config, lang, out);
  if (claim === null) return 2;
  const clock = realClock();
  const pki = await ownPki({ now: clock.now() }, lang);
  const tools = doctorTools({ pki, clock, trust: claim.ixit.trustAnchors === undefined ? pki.anchors : readFileSync(claim.ixit.trustAnchors, 'utf8') });
  try {
    const checks = await doctor(claim, tools);
    if (options.json) out(JSON.stringify(checks, null, 2));
    else for (const line of checkLines(checks, lang)) out(line);
    return checks.some((check) => check.ok === false) ? 2 : 0;
  } finally { tools.close(); }
}

/** A problem of the file as a check that is not good; the message holds what was given, what was expected and what to do. */
function checkOf({ line, column, path, message }: Problem, file: string): DoctorCheck {
  const place = `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`;
  return { id: `configuration:${path === '' ? 'file' : path}`, ok: false, title: { nl: place, en: place }, detail: message, next: { nl: '', en: '' } };
}
