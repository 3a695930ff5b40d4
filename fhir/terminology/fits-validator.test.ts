import { expect, test } from 'vitest';
import type { PendingCode } from '../validate/pending.ts';
import type { TerminologyPort } from '../validate/terminology-port.ts';
import type { PendingPlace } from './settle-findings.ts';
import { sampleDefinitions } from './sample.ts';
import { createTerminology } from './terminology.ts';

test('the terminology is what the validator asks for, and its open codes are what a server is asked', () => {
  const port: TerminologyPort = createTerminology(sampleDefinitions({}));
  const pending: PendingCode = { path: [], expression: '', valueSet: 'v', strength: 'required', codes: [{ code: 'a' }] };
  const place: PendingPlace = pending;
  expect(port.check(place.valueSet, place.codes[0]!)).toBe('no-value-set');
});
