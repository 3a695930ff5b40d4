import { expect, test } from 'vitest';
import { bad, doubtful, good, text } from '../run/configuration/doctor/check.ts';
import { checkLines } from './check-lines.ts';

const head = (id: string) => ({ id, title: text('Certificaat van x', 'Certificate of x') });
test('a mark, what was seen, and what to do only where something has to be done', () => {
  expect(checkLines([good(head('a'), text('goed', 'good')), doubtful(head('b'), text('bijna', 'nearly'), text('doe dit', 'do this')), bad(head('c'), text('fout', 'wrong'), text('doe dat', 'do that'))], 'en')).toEqual([
    'v Certificate of x: good', '! Certificate of x: nearly', '    > do this', 'x Certificate of x: wrong', '    > do that',
  ]);
});
test('what two clients saw alike is told once, what they saw differently twice', () => {
  const expired = text('is verlopen', 'has expired');
  const next = text('vernieuw', 'renew');
  expect(checkLines([bad(head('x:receiver'), expired, next), bad(head('x:sender'), expired, next)], 'nl')).toEqual(['x Certificaat van x: is verlopen', '    > vernieuw']);
  expect(checkLines([bad(head('x:receiver'), expired, next), bad(head('x:sender'), text('is ingetrokken', 'was revoked'), next)], 'nl')).toHaveLength(4);
});
