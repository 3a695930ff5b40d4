import { expect, it } from 'vitest';
import { behaviourOf } from './behaviour.ts';

it('switches on what is named and nothing else', () => {
  const behaviour = behaviourOf(['small-pages'], ['jti-reused']);
  expect([behaviour.variant('small-pages'), behaviour.variant('total-absent'), behaviour.defect('jti-reused'), behaviour.defect('jti-missing')]).toEqual([true, false, true, false]);
});
it('refuses an id that does not exist', () => {
  expect(() => behaviourOf([], ['jti-vergeten'])).toThrow(/no defect "jti-vergeten"/);
  expect(() => behaviourOf(['groot'], [])).toThrow(/no variant "groot"/);
});
