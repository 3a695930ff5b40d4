import type { Claim } from '../../../model/claim.ts';
import { doubtful, good, text } from './check.ts';
import type { DoctorCheck } from './check.ts';
import { patience, type DoctorTools } from './tools.ts';

/** Does the terminology server answer? Without one nothing is looked at: codes of large systems then stay not checked. */
export async function terminologyChecks({ terminologyServer }: Claim, tools: DoctorTools): Promise<DoctorCheck[]> {
  if (terminologyServer === undefined) return [];
  const head = { id: 'terminology', title: text(`Terminologieserver ${terminologyServer}`, `Terminology server ${terminologyServer}`) };
  const reply = await tools.callPlain({ method: 'GET', url: `${terminologyServer}/metadata`, secret: null, timeoutMs: patience });
  if ('status' in reply && reply.status === 200) return [good(head, text('antwoordt', 'answers'))];
  const why = 'status' in reply ? `status ${reply.status}` : reply.problem;
  return [doubtful(head, text(`antwoordt niet goed (${why})`, `does not answer well (${why})`),
    text('Controleer terminology.server. Zonder antwoord heten codes van SNOMED CT, LOINC en de G-Standaard "niet gecontroleerd".', 'Check terminology.server. Without an answer codes of SNOMED CT, LOINC and the G-Standaard are "not checked".'))];
}
