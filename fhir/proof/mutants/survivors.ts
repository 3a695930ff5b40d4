import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Candidate } from './generate.ts';

const entry = z.strictObject({
  operator: z.string(),
  fhir: z.enum(['stu3', 'r4']).optional(),
  says: z.string().optional(),
  subject: z.string().optional(),
  /** Why it is not caught, and what would catch it. */
  why: z.string().min(20),
});
export type Survivor = z.infer<typeof entry>;

/** @throws on a file of another form */
export const readSurvivors = (text: string): readonly Survivor[] => z.array(entry).parse(parse(text));
export const knownSurvivors = (): readonly Survivor[] => readSurvivors(readFileSync(join(import.meta.dirname, 'survivors.yaml'), 'utf8'));

/** The entry that explains a mutant that was not caught. */
export function explains(entries: readonly Survivor[], { operator, subject, site }: Candidate): Survivor | undefined {
  return entries.find((one) => one.operator === operator.name && (one.fhir === undefined || one.fhir === subject.definitions.fhir)
    && (one.says === undefined || new RegExp(one.says).test(site.says)) && (one.subject === undefined || new RegExp(one.subject).test(subject.name)));
}
