import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { secretHeaders, secretOf } from './secrets.ts';

test('the secret of a webhook is its own, else that of its file as it is now, without the line break', () => {
  const secretFile = join(temporaryFolder(), 'secret');
  const webhook = { kind: 'webhook', url: 'https://xis.test', secretFile } as const;
  for (const word of ['first', 'second']) {
    writeFileSync(secretFile, `${word}\n`);
    expect(secretOf(webhook)).toBe(word);
  }
  expect(secretOf({ ...webhook, secret: 'inline' })).toBe('inline');
  expect(secretHeaders({ ...webhook, secret: 'inline' })).toEqual({ authorization: 'Bearer inline' });
});
test('another trigger, or a webhook without one, has none', () => {
  for (const trigger of [undefined, { kind: 'manual' }, { kind: 'command', command: ['x'] }, { kind: 'webhook', url: 'https://xis.test' }] as const) expect([secretOf(trigger), secretHeaders(trigger)]).toEqual([null, {}]);
});
