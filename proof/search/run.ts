/** `npm run fhir:search`: our search beside that of the reference XIS, which was written apart. Exit code 0 only when every difference is explained and every explanation is used. */
import { personas } from '../../fixtures/personas/index.ts';
import { compareSearches } from './differential.ts';
import type { Compared } from './differential.ts';
import { explanations } from './explanations.ts';

const now = Date.UTC(2026, 10, 24, 9);
const all: Compared[] = [];
for (const persona of personas) all.push(...await compareSearches(persona, { now }));
const differing = all.filter(({ differences }) => differences.length > 0);
const open = differing.filter(({ differences }) => differences.some(({ because }) => because === null));
const used = new Map<string, Compared[]>();
for (const one of differing) for (const { because } of one.differences) if (because !== null) used.set(because.id, [...used.get(because.id) ?? [], one]);

for (const { persona, target, differences } of open.slice(0, Number(process.env['SHOW'] ?? 20))) {
  console.log(`UNEXPLAINED ${persona}: ${target}`);
  for (const { aspect, simulator, reference } of differences.filter(({ because }) => because === null)) console.log(`  ${aspect}: simulator ${simulator.slice(0, 200)}, reference ${reference.slice(0, 200)}`);
}
for (const { id, right, why } of explanations) console.log(`${String(used.get(id)?.length ?? 0).padStart(5)}  ${id} (${right === 'both' ? 'both are right' : `the ${right} is right`}): ${why}`);
const idle = explanations.filter(({ id }) => !used.has(id)).map(({ id }) => id);
if (idle.length > 0) console.log(`Explanations that nothing needs any more: ${idle.join(', ')}`);
console.log(`Searches: ${all.length} tried on ${personas.length} patients, ${all.length - differing.length} agreed, ${differing.length - open.length} explained, ${open.length} unexplained`);
process.exit(open.length === 0 && idle.length === 0 ? 0 : 1);
