import type { Text } from '../../model/text.ts';
import type { Json } from '../json.ts';
import type { PrimitiveRule } from './primitives.ts';

/** A sentence in both languages. */
export const say = (nl: string, en: string): Text => ({ nl, en });

/** A value as a finding shows it: one line, at most 120 characters. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // eslint-disable-next-line no-control-regex
  const line = text.replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 117)}...` : line;
}
export const range = (min: number, max: number): string => `${min}..${max === Infinity ? '*' : max}`;

/** What the lexical rule of a primitive type asks. */
export function primitiveText(type: string, rule: PrimitiveRule): Text {
  const [nl, en] = rules[rule];
  return say(`${type}: ${nl}`, `${type}: ${en}`);
}
const rules: Readonly<Record<PrimitiveRule, readonly [string, string]>> = {
  boolean: ['true of false, zonder aanhalingstekens', 'true or false, without quotes'],
  number: ['een getal, zonder aanhalingstekens', 'a number, without quotes'],
  text: ['een tekst tussen aanhalingstekens', 'a text between quotes'],
  integer: ['een geheel getal', 'a whole number'],
  'integer-range': ['een geheel getal van -2147483648 tot en met 2147483647', 'a whole number from -2147483648 to 2147483647'],
  positive: ['een geheel getal van 1 tot en met 2147483647', 'a whole number from 1 to 2147483647'],
  unsigned: ['een geheel getal van 0 tot en met 2147483647', 'a whole number from 0 to 2147483647'],
  'not-empty': ['niet leeg; laat het element weg als er geen waarde is', 'not empty; leave the element out when there is no value'],
  'control-character': ['geen stuurtekens behalve tab en regeleinde', 'no control characters but tab and line end'],
  code: ['geen spatie vooraan of achteraan en geen dubbele spaties', 'no leading, trailing or double spaces'],
  id: ['1 tot 64 tekens A-Z, a-z, 0-9, - en .', '1 to 64 characters A-Z, a-z, 0-9, - and .'],
  'no-spaces': ['geen spaties', 'no spaces'],
  exponent: ['een getal zonder exponent', 'a number without exponent'],
  'string-size': ['hooguit 1.048.576 tekens', 'at most 1,048,576 characters'],
  oid: ['urn:oid: gevolgd door een OID', 'urn:oid: followed by an OID'],
  uuid: ['urn:uuid: gevolgd door een UUID in kleine letters', 'urn:uuid: followed by a UUID in lower case'],
  base64: ['base64-tekens, in groepen van vier', 'base64 characters, in groups of four'],
  date: ['JJJJ, JJJJ-MM of JJJJ-MM-DD', 'YYYY, YYYY-MM or YYYY-MM-DD'],
  dateTime: ['JJJJ, JJJJ-MM, JJJJ-MM-DD, of met tijd tot op de seconde en tijdzone', 'YYYY, YYYY-MM, YYYY-MM-DD, or with a time to the second and a time zone'],
  instant: ['datum en tijd tot op de seconde, met tijdzone', 'date and time to the second, with a time zone'],
  time: ['uu:mm:ss', 'hh:mm:ss'],
  calendar: ['een datum en tijd die bestaan', 'a date and time that exist'],
  urn: ['een goed gevormde urn', 'a well-formed urn'],
};
