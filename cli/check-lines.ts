import type { DoctorCheck } from '../run/configuration/doctor/check.ts';
import type { Lang } from './progress.ts';

/** Checks as lines for a terminal, with what to do behind `>`. What was found twice alike (as each of our two clients, for example) is told once. */
export function checkLines(checks: readonly DoctorCheck[], lang: Lang): string[] {
  const told = new Set<string>();
  return checks.flatMap((check) => {
    const line = `${check.ok === true ? 'v' : check.ok === 'warning' ? '!' : 'x'} ${check.title[lang]}: ${check.detail[lang]}`;
    if (told.has(line)) return [];
    told.add(line);
    return check.ok === true || check.next[lang] === '' ? [line] : [line, `    > ${check.next[lang]}`];
  });
}
