import { z } from 'zod';

const schema = z.strictObject({
  id: z.string(), times: z.int().min(1).max(1_000_000).optional(),
  where: z.strictObject({ endpoint: z.string(), organisation: z.string(), targetIncludes: z.string(), method: z.string() }).partial().optional(),
});
export type ArmRequest = z.infer<typeof schema>;

/** Which fault to arm, how many times and for which messages; else what is wrong with it, in at most 400 characters. */
export function readArmRequest(body: unknown): { readonly ok: true; readonly request: ArmRequest } | { readonly ok: false; readonly problem: string } {
  const read = schema.safeParse(body);
  return read.success ? { ok: true, request: read.data } : { ok: false, problem: z.prettifyError(read.error).slice(0, 400) };
}
