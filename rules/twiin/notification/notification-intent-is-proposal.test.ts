import { expect, test } from 'vitest';
import { kinds, notification, probe, told } from '../../testing.ts';
import { notificationIntentIsProposal as rule } from './notification-intent-is-proposal.ts';

test('passes proposal', () => { expect(kinds(rule, notification())).toEqual(['pass']); });
test('reports order', () => { expect(kinds(rule, notification({ intent: 'order' }))).toEqual(['violation']); });
test('does not look at our own messages', () => { expect(kinds(rule, probe('notification'))).toEqual([]); });
test('tells what stands there', () => { expect(told(rule, notification({ intent: undefined }))).toEqual(['violation request Task.intent: absent']); });
