import type { Json } from '../../json.ts';

/** A plain value of a data type, valid by itself; undefined for types that have none. */
export function dummyOf(type: string): Json | undefined { return values[type]; }
const values: Readonly<Record<string, Json>> = {
  boolean: true, integer: 1, unsignedInt: 1, positiveInt: 1, decimal: 1.5,
  string: 'x', markdown: 'x', code: 'x', id: 'x', uri: 'urn:x', url: 'http://example.org/x', canonical: 'http://example.org/x', oid: 'urn:oid:2.16.840', uuid: 'urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7',
  date: '2020-01-01', dateTime: '2020-01-01', instant: '2020-01-01T00:00:00Z', time: '12:00:00', base64Binary: 'QUJD',
  Quantity: { value: 1 }, Age: { value: 1, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' }, Duration: { value: 1, unit: 'h', system: 'http://unitsofmeasure.org', code: 'h' },
  Distance: { value: 1, unit: 'm', system: 'http://unitsofmeasure.org', code: 'm' }, Count: { value: 1, unit: '1', system: 'http://unitsofmeasure.org', code: '1' }, SimpleQuantity: { value: 1 },
  CodeableConcept: { text: 'x' }, Coding: { display: 'x' }, Reference: { display: 'x' }, Identifier: { value: 'x' }, HumanName: { text: 'x' }, Address: { text: 'x' },
  ContactPoint: { system: 'phone', value: '1' }, Period: { start: '2020-01-01' }, Range: { low: { value: 1 } }, Ratio: { numerator: { value: 1 }, denominator: { value: 2 } },
  Annotation: { text: 'x' }, Attachment: { title: 'x' }, Timing: { event: ['2020-01-01'] }, SampledData: { origin: { value: 1 }, period: 1, dimensions: 1, data: '1' },
};
