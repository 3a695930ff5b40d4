import { expect, test } from 'vitest';
import { assertionStimuli } from '../../probe/spoil.ts';
import { badAssertions } from './bad-assertions.ts';
import { scene } from './testing.ts';

test('replays go first, while what they repeat is fresh; then each fault that can be made, once', async () => {
  const asked: unknown[] = [];
  const { c } = scene();
  await badAssertions(async (one, options) => { expect(one).toBe(c); asked.push(options); }).run(c);
  expect(asked.slice(0, 3)).toEqual(['both', 'client', 'grant'].map((replayOf) => ({ spoil: 'client-assertion-replayed', replayOf })));
  expect(asked.slice(3)).toEqual(assertionStimuli.map((spoil) => ({ spoil })));
});
