import { expect, test } from 'vitest';
import { simulatorDefects } from './defects.ts';
import { createSimulators } from './index.ts';
import { call, type Answer } from './testing/call.ts';

const ask = async (defects: readonly string[], path: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const simulators = await createSimulators({ defects });
  return call(simulators, `${simulators.zorgAb}${path}`, { headers });
};
const ura = '/Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura|90000044';
/** For each defect the request that shows it, and what is then seen. */
const shows: Readonly<Record<string, readonly [path: string, see: (answer: Answer) => unknown, headers?: Record<string, string>]>> = {
  'zorg-ab-without-metadata': ['/metadata', (answer) => answer.status],
  'zorg-ab-refuses-content-type': [ura, (answer) => answer.status, { 'content-type': 'application/fhir+json' }],
  'zorg-ab-ignores-identifier': [ura, (answer) => answer.json.entry.some((one: any) => one.resource.id === '100244')],
  'zorg-ab-no-read': ['/Organization/100244', (answer) => answer.status],
  'zorg-ab-search-without-total': [ura, (answer) => answer.json.total],
  'zorg-ab-accepts-malformed': ['/Organization?identifier=a|b|c', (answer) => answer.status],
  'zorg-ab-unknown-type-200': ['/Practitioner', (answer) => answer.status],
};

test('each defect kills one requirement, and they are all different', () => {
  expect(new Set(simulatorDefects.map((one) => one.id)).size).toBe(simulatorDefects.length);
  expect(simulatorDefects.map((one) => one.kills)).toEqual(expect.arrayContaining(['ZAB-011', 'ZAB-014', 'ZAB-015', 'ZAB-022', 'ZAB-033', 'ZAB-034', 'ZAB-037', 'TWIIN-AUT-21', 'TWIIN-PUL-15', 'BGZ-R-07']));
  for (const { alsoAffects } of simulatorDefects) for (const { why } of alsoAffects) expect(why.length).toBeGreaterThan(5);
});
test.each(simulatorDefects.filter((one) => one.simulator === 'zorg-ab').map((one) => one.id))('%s shows itself at ZORG-AB, and only when it is on', async (id) => {
  const [path, see, headers] = shows[id]!;
  const seen = see(await ask([id], path, headers));
  const normal = see(await ask([], path, headers));
  const others = see(await ask(simulatorDefects.map((one) => one.id).filter((one) => one !== id && one !== 'zorg-ab-ignores-identifier'), path, id === 'zorg-ab-refuses-content-type' ? headers : {}));
  expect(seen).not.toEqual(normal);
  if (!['zorg-ab-search-without-total', 'zorg-ab-ignores-identifier'].includes(id)) expect(others).toEqual(normal);
});
