import type { Json } from '../json.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { FhirVersion } from '../version.ts';

/**
 * Lexical rules of the primitive types: FHIR R4 and STU3, "Data Types", section Primitive Types.
 * Both versions agree but for the sign of years, where the wider rule is taken.
 */
export interface PrimitiveFault { readonly code: FindingCode; readonly rule: PrimitiveRule; readonly severity?: 'warning' }
export type PrimitiveRule =
  | 'boolean' | 'number' | 'text' | 'integer' | 'integer-range' | 'positive' | 'unsigned' | 'not-empty' | 'control-character' | 'code' | 'id' | 'no-spaces'
  | 'exponent' | 'string-size' | 'oid' | 'uuid' | 'base64' | 'date' | 'dateTime' | 'instant' | 'time' | 'calendar' | 'urn';

const wrongType = (rule: PrimitiveRule): PrimitiveFault => ({ code: 'wrong-json-type', rule });
const illegal = (rule: PrimitiveRule): PrimitiveFault => ({ code: 'illegal-value', rule });

/** Fault of a primitive's JSON value against its type, or null. `type` may be a FHIR type or `System.…`. */
export function primitiveFault(type: string, value: Json): PrimitiveFault | null {
  switch (type) {
    case 'boolean': case 'System.Boolean': return typeof value === 'boolean' ? null : wrongType('boolean');
    case 'decimal': case 'System.Decimal': return typeof value !== 'number' ? wrongType('number') : Number.isFinite(value) ? null : illegal('number');
    case 'integer': case 'System.Integer': return whole(value, -2147483648, 'integer-range');
    case 'unsignedInt': return whole(value, 0, 'unsigned');
    case 'positiveInt': return whole(value, 1, 'positive');
    default: return textFault(type, value);
  }
}
function whole(value: Json, least: number, rule: PrimitiveRule): PrimitiveFault | null {
  if (typeof value !== 'number') return wrongType('number');
  if (!Number.isInteger(value)) return illegal('integer');
  return value < least || value > 2147483647 ? { code: 'value-out-of-range', rule } : null;
}
function textFault(type: string, value: Json): PrimitiveFault | null {
  if (typeof value !== 'string') return wrongType('text');
  if (value === '') return { code: 'empty-string', rule: 'not-empty' };
  switch (type) {
    case 'string': case 'markdown': case 'System.String': return stringFault(value);
    case 'code': return codeFault(value);
    case 'id': return /^[A-Za-z0-9\-.]{1,64}$/.test(value) ? null : illegal('id');
    case 'uri': case 'url': case 'canonical': return uriFault(value);
    case 'oid': return oid.test(value) ? null : illegal('oid');
    case 'uuid': return uuid.test(value) ? null : illegal('uuid');
    case 'base64Binary': return isBase64(value) ? null : illegal('base64');
    case 'date': case 'System.Date': return dateFault(value);
    case 'dateTime': case 'System.DateTime': return dateTimeFault(value);
    case 'instant': return instantFault(value);
    case 'time': case 'System.Time': return /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?$/.test(value) ? null : illegal('time');
    default: return null;
  }
}
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const oid = /^urn:oid:[0-2](\.(0|[1-9]\d*))+$/;
const uuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const looseUuid = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(#.*)?$/i;

/** "Strings SHALL NOT exceed 1MB in size", told in characters: 1024 × 1024 (R4 and STU3, string). */
const longestString = 1_048_576;
function stringFault(value: string): PrimitiveFault | null {
  if (value.length > longestString) return { code: 'too-long', rule: 'string-size' };
  return controls.test(value) ? illegal('control-character') : null;
}
// White space as XML has it; what else Unicode calls white space the schemas of the specification let pass, its text does not say.
const space = /[ \t\r\n]/;
/** "No leading or trailing whitespace and … no whitespace other than single spaces" (R4 and STU3, code). */
function codeFault(value: string): PrimitiveFault | null {
  if (/^[^ \t\r\n]+( [^ \t\r\n]+)*$/.test(value)) return /[^\S ]/.test(value) ? { code: 'illegal-value', rule: 'code', severity: 'warning' } : null;
  return illegal('code');
}
/** Text of a number as it stood in the message: whole numbers have no fraction or exponent, decimals of STU3 no exponent (its regular expressions). */
export function numberTextFault(type: string, text: string, fhir: FhirVersion): PrimitiveFault | null {
  if (type === 'decimal') return fhir === 'stu3' && /[eE]/.test(text) ? illegal('exponent') : null;
  return /^-?(0|[1-9]\d*)$/.test(text) ? null : illegal('integer');
}

function uriFault(value: string): PrimitiveFault | null {
  if (space.test(value)) return illegal('no-spaces');
  if (/\s/.test(value)) return { code: 'illegal-value', rule: 'no-spaces', severity: 'warning' };
  // A urn that can't be one is suspect, but the type `uri` itself allows it.
  if (value.startsWith('urn:oid:') && !oid.test(value.split('|')[0]!)) return { code: 'illegal-value', rule: 'urn', severity: 'warning' };
  if (value.startsWith('urn:uuid:') && !looseUuid.test(value.split('|')[0]!)) return { code: 'illegal-value', rule: 'urn', severity: 'warning' };
  return null;
}
/** Whitespace is allowed within; long texts are judged without backtracking. */
function isBase64(value: string): boolean {
  const bare = /\s/.test(value) ? value.replace(/\s+/g, '') : value;
  if (bare.length % 4 !== 0) return false;
  return /^[A-Za-z0-9+/]*={0,2}$/.test(bare);
}

const dateParts = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const dateTimeParts = /^(-?\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function dateFault(value: string): PrimitiveFault | null {
  const parts = dateParts.exec(value);
  if (parts === null) return illegal('date');
  return exists(parts[1]!, parts[2], parts[3]) ? null : illegal('calendar');
}
function dateTimeFault(value: string): PrimitiveFault | null {
  const parts = dateParts.exec(value);
  if (parts !== null) return exists(parts[1]!, parts[2], parts[3]) ? null : illegal('calendar');
  return moment(value, 'dateTime');
}
const instantFault = (value: string): PrimitiveFault | null => moment(value, 'instant');

function moment(value: string, rule: 'dateTime' | 'instant'): PrimitiveFault | null {
  const parts = dateTimeParts.exec(value);
  if (parts === null) return illegal(rule);
  const [, year, month, day, hour, minute, second, zone] = parts;
  if (!exists(year!, month, day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return illegal('calendar');
  if (zone === 'Z') return null;
  const zoneHour = Number(zone!.slice(1, 3));
  const zoneMinute = Number(zone!.slice(4));
  return zoneHour > 14 || zoneMinute > 59 || (zoneHour === 14 && zoneMinute > 0) ? illegal(rule) : null;
}
/** Year 0000 and days outside the month do not exist. */
function exists(year: string, month?: string, day?: string): boolean {
  const y = Number(year);
  if (y === 0) return false;
  if (month === undefined) return true;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  const d = Number(day);
  return d >= 1 && d <= daysIn(y, m);
}
function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
