import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

describe('nearest', () => {
  it.each([
    ['resource_base', 'resourceBase'], ['ResouceBase', 'resourceBase'], ['endpiont', 'endpoints'], ['twiin sender', 'twiin-sender'], ['organization', 'organisation'],
  ])('%s is near %s', (written, word) => {
    expect(nearest(written, ['organisation', 'endpoints', 'resourceBase', 'twiin-sender'])).toBe(word);
  });
  it.each([['colour', ['host', 'port']], ['x', []], ['', ['host']]])('%s is near nothing', (written, known) => { expect(nearest(written, known)).toBeNull(); });
});
