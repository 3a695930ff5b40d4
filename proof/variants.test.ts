import { describe, expect, test } from 'vitest';
import { variants } from '../reference-xis/variants.ts';
import { claimFor } from './claims.ts';
import { compareVariant, noticed } from './compare.ts';
import { runWorld } from './world.ts';

test('the good XIS is silent, and everything automated is concluded', async () => {
  const seen = noticed(await runWorld());
  expect({ violated: [...seen.violated], open: [...seen.open], simulator: [...seen.simulator], errors: seen.errors }).toEqual({ violated: [], open: [], simulator: [], errors: [] });
});
describe('a benign variant is spared', () => {
  test.each(variants as readonly { id: string; expectedWarnings: readonly string[] }[])('$id', async (variant) => {
    expect(compareVariant(variant, noticed(await runWorld({ variants: [variant.id], ...claimFor(variant.id) })))).toMatchObject({ missed: [], undeclared: [], open: [], errors: [] });
  });
});
