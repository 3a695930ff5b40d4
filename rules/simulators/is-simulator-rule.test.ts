import { expect, test } from 'vitest';
import { isSimulatorRule } from './is-simulator-rule.ts';

test('the name tells', () => {
  expect(isSimulatorRule('simulator-search-status-is-200')).toBe(true);
  expect(isSimulatorRule('search-status-is-200')).toBe(false);
});
