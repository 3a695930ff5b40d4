import type { ElementFacts, TypedValue } from '../definitions/structure.ts';
import type { Json } from '../json.ts';
import { isObject } from '../json.ts';
import type { Item } from './item.ts';
import { dateBounds } from './native-invariants.ts';
import { report } from './session.ts';
import type { Asker, Session } from './session.ts';
import { say, shown } from './texts.ts';

/** Smallest and largest value and greatest length (ElementDefinition.minValue[x], maxValue[x], maxLength). */
export function checkRange(session: Session, item: Item, rules: Pick<ElementFacts, 'minValue' | 'maxValue' | 'maxLength'>, asker: Asker): void {
  if (rules.minValue === undefined && rules.maxValue === undefined && rules.maxLength === undefined) return;
  if (rules.maxLength !== undefined && typeof item.value === 'string' && [...item.value].length > rules.maxLength) {
    report(session, item, { code: 'too-long', severity: 'error', asker, actual: `${[...item.value].length}`, expected: say(`hooguit ${rules.maxLength} tekens`, `at most ${rules.maxLength} characters`) });
  }
  if (rules.minValue !== undefined && order(item.value, rules.minValue) === -1) {
    report(session, item, { code: 'value-out-of-range', severity: 'error', asker, actual: shown(item.value), expected: say(`ten minste ${shown(rules.minValue.value)}`, `at least ${shown(rules.minValue.value)}`) });
  }
  if (rules.maxValue !== undefined && order(item.value, rules.maxValue) === 1) {
    report(session, item, { code: 'value-out-of-range', severity: 'error', asker, actual: shown(item.value), expected: say(`hooguit ${shown(rules.maxValue.value)}`, `at most ${shown(rules.maxValue.value)}`) });
  }
}
/** -1, 0 or 1; null when they can't be compared. */
function order(value: Json | undefined, bound: TypedValue): -1 | 0 | 1 | null {
  if (typeof value === 'number' && typeof bound.value === 'number') return value < bound.value ? -1 : value > bound.value ? 1 : 0;
  if (typeof value === 'string' && typeof bound.value === 'string') {
    const own = dateBounds(value);
    const other = dateBounds(bound.value);
    if (own === null || other === null) return null;
    return own[1] < other[0] ? -1 : own[0] > other[1] ? 1 : 0;
  }
  // Quantities only when they share their unit.
  if (isObject(value) && isObject(bound.value) && value.system === bound.value.system && value.code === bound.value.code && typeof value.value === 'number' && typeof bound.value.value === 'number') {
    return value.value < bound.value.value ? -1 : value.value > bound.value.value ? 1 : 0;
  }
  return null;
}
