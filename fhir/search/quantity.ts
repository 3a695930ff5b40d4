import { isObject } from '../json.ts';
import type { Json } from '../json.ts';
import { compareDecimals, halfUnit, minus, parseDecimal, plus, tenth } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import type { Element } from './elements.ts';
import { splitUnescaped, unescaped } from './escape.ts';
import type { Asked, Match } from './filter.ts';
import { answers, prefixOf } from './prefixes.ts';
import type { Prefix, Range } from './prefixes.ts';
import { refuse, shown } from './request.ts';

type NumberRange = Range<Decimal>;
interface Wanted { readonly prefix: Prefix; readonly range: NumberRange }

/** Numbers by prefix; `eq` takes what rounds to the number as it is written: 100 is 99.5 up to 100.5 (FHIR STU3 and R4, Search, number). */
export function matchNumber({ name, values }: Asked): Match {
  const wanted = values.map((value) => readNumber(name, unescaped(value, name)));
  return (element) => {
    const range = numberRange(element);
    return range !== null && wanted.some((one) => fits(one, range));
  };
}
/** `number`, `number|system|code` and `number||unit`; units are compared as they are, without conversion. */
export function matchQuantity({ name, values }: Asked): Match {
  const wanted = values.map((value) => {
    const parts = splitUnescaped(value, '|').map((part) => unescaped(part, name));
    if (parts.length !== 1 && parts.length !== 3) refuse(name, 'invalid', `${name}=${shown(value)} is not number, number|system|code or number||unit.`, `${name}=${shown(value)} is niet getal, getal|systeem|code of getal||eenheid.`);
    return { ...readNumber(name, parts[0]!), system: parts[1] ?? '', code: parts[2] ?? '' };
  });
  return (element) => {
    const range = numberRange(element);
    return range !== null && wanted.some((one) => fits(one, range) && hasUnit(element, one.system, one.code));
  };
}
function readNumber(name: string, text: string): Wanted {
  const { prefix, rest } = prefixOf(text);
  const number = parseDecimal(rest);
  if (number === null) refuse(name, 'value', `${name}=${shown(text)}: expected a number, with or without prefix.`, `${name}=${shown(text)}: verwacht een getal, met of zonder prefix.`);
  const slack = prefix === 'ap' ? tenth(number.value) : halfUnit(number.significantScale);
  // Other prefixes take the number as exact.
  const exact = prefix !== 'eq' && prefix !== 'ne' && prefix !== 'ap';
  if (exact) return { prefix, range: { low: number.value, high: number.value, closed: true } };
  return { prefix, range: { low: minus(number.value, slack), high: plus(number.value, slack), closed: prefix === 'ap' } };
}
const fits = (wanted: Wanted, range: NumberRange): boolean => answers(wanted.prefix, range, wanted.range, compareDecimals);

/** A number, a Quantity with its comparator, Money or a Range. Null without a number. */
export function numberRange({ value, type }: Element): NumberRange | null {
  if (typeof value === 'number') return point(decimalOf(value));
  if (!isObject(value)) return null;
  if (type === 'Range') {
    const [low, high] = [value.low, value.high].map((end) => (isObject(end) ? decimalOf(end.value) : null));
    return low || high ? { low: low ?? null, high: high ?? null, closed: true } : null;
  }
  const number = decimalOf(value.value);
  if (number === null) return null;
  if (value.comparator === '<' || value.comparator === '<=') return { low: null, high: number, closed: value.comparator === '<=' };
  if (value.comparator === '>' || value.comparator === '>=') return { low: number, high: null, closed: true, lowOpen: value.comparator === '>' };
  return point(number);
}
const point = (value: Decimal | null): NumberRange | null => value && { low: value, high: value, closed: true };
const decimalOf = (value: Json | undefined): Decimal | null => (typeof value === 'number' ? parseDecimal(String(value))?.value ?? null : null);

function hasUnit({ value, type }: Element, system: string, code: string): boolean {
  if (system === '' && code === '') return true;
  if (!isObject(value)) return false;
  const unit = type === 'Range' ? [value.low, value.high].find(isObject) ?? {} : value;
  if (type === 'Money' && typeof unit.currency === 'string') return (system === '' || system === 'urn:iso:std:iso:4217') && unit.currency === code;
  if (system !== '') return unit.system === system && (code === '' || unit.code === code);
  return unit.code === code || unit.unit === code;
}
