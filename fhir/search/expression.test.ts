import fhirpath from 'fhirpath';
import r4Model from 'fhirpath/fhir-context/r4/index.js';
import stu3Model from 'fhirpath/fhir-context/stu3/index.js';
import { expect, test } from 'vitest';
import { dossierSample } from './sample.ts';
import { coreDefinitions } from '../tables/core.ts';
import { createWalker } from './elements.ts';
import { compileExpression } from './expression.ts';

/** FHIRPath takes `as` of one value only; definitions mean it of each. STU3 writes some types with a capital. */
const evaluable = (expression: string): string => expression.replace(/\(([^()]+) as ([A-Za-z]+)\)/g, '$1.ofType($2)').replace(/\bas\(/g, 'ofType(').replaceAll('(DateTime)', '(dateTime)').replaceAll('(Uri)', '(uri)');
const distinct = (values: readonly unknown[]): string[] => [...new Set(values.map((value) => JSON.stringify(value)))].sort();

test.each(['stu3', 'r4'] as const)('expressions of all %s parameters give what a FHIRPath engine gives', (version) => {
  const definitions = coreDefinitions(version);
  const walker = createWalker(definitions);
  const model = version === 'stu3' ? stu3Model : r4Model;
  let compared = 0;
  for (const resource of dossierSample(version)) for (const { expression, type } of definitions.searchParameters(resource.resourceType)) {
    // Both of these need other resources; they are tested on their own.
    if (expression === undefined || expression.includes('resolve()') || type === 'composite') continue;
    // Expressions shared by many types name each of them; only the own part has results.
    const own = expression.split(' | ').filter((part) => part.includes(`${resource.resourceType}.`) || part.startsWith('Resource')).join(' | ');
    if (own === '') continue;
    const found = compileExpression(own)!(walker.root(resource), walker).map(({ value }) => value);
    const expected = (fhirpath.evaluate(resource, evaluable(own), undefined, model) as any[]).map((one) => (one !== null && typeof one?.toJSON === 'function' ? one.toJSON() : one));
    // A union of FHIRPath has each value once.
    expect(distinct(found), `${resource.resourceType}: ${own}`).toEqual(distinct(expected));
    compared += found.length;
  }
  expect(compared).toBeGreaterThan(20);
});
test.each(['Observation.value.ofType(Quantity) + 1', 'Patient.name.first()', 'iif(a, b, c)', '%resource.x', "Patient.where(name.family = 'x' and active)"])('%s is not executed', (expression) => { expect(compileExpression(expression)).toBeNull(); });
test('every expression of FHIR core is understood', () => {
  for (const version of ['stu3', 'r4'] as const) {
    const definitions = coreDefinitions(version);
    const expressions = new Set(definitions.canonicals().flatMap((url) => definitions.searchParameters(definitions.structure(url)!.type)).flatMap(({ expression }) => expression ?? []));
    expect(expressions.size).toBeGreaterThan(500);
    for (const expression of expressions) expect(compileExpression(expression), expression).not.toBeNull();
  }
});
test('a target type is read from the reference, and one that says nothing may be of it', () => {
  const definitions = coreDefinitions('r4');
  const walker = createWalker(definitions);
  const compiled = compileExpression('Observation.subject.where(resolve() is Patient)')!;
  const found = (subject: Record<string, string>) => compiled(walker.root({ resourceType: 'Observation', subject }), walker).length;
  expect([found({ reference: 'Patient/1' }), found({ reference: 'Group/1' }), found({ reference: 'urn:uuid:x' }), found({ type: 'Group', reference: 'urn:uuid:x' }), found({ display: 'x' })]).toEqual([1, 0, 1, 0, 0]);
});
