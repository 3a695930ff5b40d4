import { expect, test } from 'vitest';
import type { Structure } from '../definitions/structure.ts';
import type { ValueSetFacts } from '../definitions/terminology.ts';
import type { FhirResource, JsonObject } from '../json.ts';
import { all, any, discriminatorSteps, extensionUrls, matchersOf, targetOf, typeOfTarget } from './discriminators.ts';
import type { SliceMatcher } from './discriminators.ts';
import { childItems } from './child-items.ts';
import { Collector } from './collector.ts';
import type { ProfileNode } from './profile-plan.ts';
import type { Session } from './session.ts';
import { baseValidator, bundle, coded, core, observation, own, patient, profile, rootItem, validatorWith } from './testing.ts';
import { conforms } from './walk-profile.ts';

test('the restricted FHIRPath of discriminators', () => {
  expect(discriminatorSteps('$this')).toEqual([]);
  expect(discriminatorSteps('code.coding')).toEqual([{ kind: 'child', name: 'code' }, { kind: 'child', name: 'coding' }]);
  expect(discriminatorSteps('value[x]')).toEqual([{ kind: 'child', name: 'value' }]);
  expect(discriminatorSteps("extension('http://example.org/a.b').value")).toEqual([{ kind: 'extension', url: 'http://example.org/a.b' }, { kind: 'child', name: 'value' }]);
  expect(discriminatorSteps('extension(url="x").value.ofType(Coding)')).toEqual([{ kind: 'extension', url: 'x' }, { kind: 'child', name: 'value' }, { kind: 'type', type: 'Coding' }]);
  expect(discriminatorSteps('$this.resolve().code')).toEqual([{ kind: 'resolve' }, { kind: 'child', name: 'code' }]);
  for (const other of ['where(x = 1)', 'a | b', 'resolve(1)', 'first()']) expect([other, discriminatorSteps(other)]).toEqual([other, null]);
});

test('answers together: what is not known leaves it open unless something decides', () => {
  expect([any([]), any([false, true]), any([false, null]), any([null, true]), any([false])]).toEqual([false, true, null, true, false]);
  expect([all([]), all([true, false]), all([true, null]), all([null, false]), all([true])]).toEqual([true, false, null, false, true]);
});

const session = (env = baseValidator().environment): Session => ({ env, collector: new Collector(), pending: [], xml: false, trials: 0, verdicts: new Map(), walked: new Map(), targets: new Map() });

test('targets of references and their types', () => {
  const { base } = baseValidator().environment;
  const reference = (how: object): ReturnType<typeof rootItem> => childItems(base, rootItem(patient({ contained: [{ resourceType: 'Organization', id: 'o' }, { resourceType: 'Nonsense', id: 'n' }], managingOrganization: how as never })), 'managingOrganization')[0]!;
  expect(targetOf(session(), reference({ reference: '#o' }))).toMatchObject({ type: 'Organization' });
  for (const none of [{ reference: '#x' }, { reference: '#n' }, { reference: 'Organization/1' }, { display: 'x' }, { reference: 1 }]) expect(targetOf(session(), reference(none))).toBeNull();
  expect(typeOfTarget(session(), reference({ reference: 'Organization/1' }))).toBe('Organization');
  expect(typeOfTarget(session(), reference({ reference: 'urn:uuid:1', type: 'Patient' }))).toBe('Patient');
  expect(typeOfTarget(session(), reference({ reference: 'Nonsense/1' }))).toBeNull();
  expect(typeOfTarget(session(), reference({ display: 'x', type: 'Nonsense' }))).toBeNull();
});

test('urls of a slice of extensions, from what it fixes or from its profiles', () => {
  const one = profile('one', 'Extension', [{ path: 'Extension' }, { path: 'Extension.url', fixedUri: 'http://example.org/one' }]);
  const holder = profile('holder', 'Patient', [
    { path: 'Patient' }, { path: 'Patient.extension', slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
    { id: 'Patient.extension:one', path: 'Patient.extension', sliceName: 'one', type: [{ code: 'Extension', profile: [own('one')] }] },
    { id: 'Patient.extension:absent', path: 'Patient.extension', sliceName: 'absent', type: [{ code: 'Extension', profile: ['http://example.org/absent|1'] }] },
  ]);
  const { environment } = validatorWith({ structures: [one, holder] });
  const plan = environment.profiles.of(own('holder'));
  if (plan.kind !== 'ok') throw new Error(plan.kind);
  expect(plan.plan.root.children.get('extension')!.slices.map((slice) => [slice.slice, extensionUrls(session(environment), slice)])).toEqual([['one', ['http://example.org/one']], ['absent', ['http://example.org/absent']]]);
});

/** The slices of one element of a profile: what each asks, and what each says of the items of a resource. */
interface Sliced {
  readonly matchers: Readonly<Record<string, readonly string[]>>;
  ask(resource: FhirResource, slice?: string): (boolean | null)[];
}
const text = (one: SliceMatcher): string => `${one.says} (${one.doubt})`;
function sliced(type: string, name: string, elements: readonly JsonObject[], more: readonly Structure[] = [], valueSets: readonly ValueSetFacts[] = []): Sliced {
  const validator = validatorWith({ structures: [...more, profile('p', type, [{ path: type }, ...elements])], valueSets });
  const { environment } = validator;
  const answer = environment.profiles.of(own('p'));
  if (answer.kind !== 'ok') throw new Error(answer.kind);
  const head = answer.plan.root.children.get(name)!;
  const of = (slice: ProfileNode): readonly SliceMatcher[] => matchersOf(session(environment), head, slice, head.slicing, conforms);
  return {
    matchers: Object.fromEntries(head.slices.map((slice) => [slice.slice, of(slice).map(text)])),
    ask: (resource, slice = head.slices[0]!.slice!) => childItems(environment.base, rootItem(resource, validator), name)
      .map((item) => all(of(head.slices.find((one) => one.slice === slice)!).map((one) => one.test(session(environment), item)))),
  };
}
const by = (type: string, path: string): JsonObject => ({ slicing: { discriminator: [{ type, path }], rules: 'open' } });
/** Elements below one slice: `'a.system': {…}` or, for the slice itself, `a: {…}`. */
function slice(path: string, how: JsonObject, below: Readonly<Record<string, JsonObject>>): JsonObject[] {
  return [{ path, ...how }, ...Object.entries(below).map(([key, facts]) => {
    const [name, ...steps] = key.split('.');
    return { id: [`${path}:${name}`, ...steps].join('.'), path: [path, ...steps.map((one) => one.replace(/:.*$/, ''))].join('.'), ...(steps.length === 0 && { sliceName: name! }), ...(steps.at(-1)?.includes(':') === true && { sliceName: steps.at(-1)!.split(':')[1]! }), ...facts };
  })];
}

test('by the value of an extension: only of the one with that url, in the profile and in the message', () => {
  const kind = 'http://example.org/kind';
  const one = (name: string, value: string): Record<string, JsonObject> => ({ [`a.extension:${name}`]: { min: 1 }, [`a.extension:${name}.url`]: { fixedUri: `http://example.org/${name}` }, [`a.extension:${name}.value[x]`]: { type: [{ code: 'code' }], fixedCode: value } });
  const { matchers, ask } = sliced('Patient', 'identifier', slice('Patient.identifier', by('value', `extension('${kind}').value`), { a: {}, 'a.extension': by('value', 'url'), ...one('kind', 'x'), ...one('other', 'z') }));
  expect(matchers).toEqual({ a: [`extension('${kind}').value = x (code)`] });
  const item = (url: string, valueCode: string): JsonObject => ({ extension: [{ url, valueCode }] });
  expect(ask(patient({ identifier: [item(kind, 'x'), item(kind, 'z'), item('http://example.org/other', 'x'), {}, { extension: ['x', { url: 'http://example.org/other', valueCode: 'q' }, { url: kind, valueCode: 'x' }] }] }))).toEqual([true, false, false, false, true]);
});

test('by the value of one type of a choice', () => {
  const code = (name: string): JsonObject => ({ fixedCode: name });
  // `value[x]` of one type, and `value[x]` sliced by type: the code of a quantity is not the code of a coding.
  const alone = { a: {}, 'a.value[x]': { type: [{ code: 'Coding' }] }, 'a.value[x].code': code('x') };
  const typed = { a: {}, 'a.value[x]': { ...by('type', '$this'), type: [{ code: 'Coding' }, { code: 'Quantity' }] }, 'a.value[x]:valueQuantity': { type: [{ code: 'Quantity' }] }, 'a.value[x]:valueQuantity.code': code('mg'), 'a.value[x]:valueCoding': { type: [{ code: 'Coding' }] }, 'a.value[x]:valueCoding.code': code('x') };
  const extension = (value: JsonObject): JsonObject => ({ url: 'http://example.org/x', ...value });
  const message = patient({ extension: [extension({ valueCoding: { code: 'x' } }), extension({ valueCoding: { code: 'mg' } }), extension({ valueQuantity: { value: 1, code: 'x' } }), extension({ valueQuantity: { value: 1, code: 'mg' } })] });
  for (const below of [alone, typed]) {
    for (const path of ['value.ofType(Coding).code', 'value.as(Coding).code']) {
      const { matchers, ask } = sliced('Patient', 'extension', slice('Patient.extension', by('value', path), below));
      expect(matchers).toEqual({ a: [`${path} = x (code)`] });
      expect(ask(message)).toEqual([true, false, false, false]);
    }
    // A path that asks for a type that the slice does not have says nothing of the slice.
    expect(sliced('Patient', 'extension', slice('Patient.extension', by('value', 'value.ofType(Period).start'), below)).matchers).toEqual({ a: ['value value.ofType(Period).start (definition)'] });
  }
  // The type may also be part of the name.
  const named = sliced('Patient', 'extension', slice('Patient.extension', by('value', 'valueCoding.code'), alone));
  expect(named.matchers).toEqual({ a: ['valueCoding.code = x (code)'] });
  expect(named.ask(message)).toEqual([true, false, false, false]);
  // `code` is no choice, and `codeX` no element.
  expect(sliced('Patient', 'identifier', slice('Patient.identifier', by('value', 'systemUri'), { a: {}, 'a.system': { fixedUri: 'http://example.org/a' } })).matchers).toEqual({ a: ['value systemUri (definition)'] });
});

test('by what the target of a reference holds: known when it is here, open when it is elsewhere', () => {
  const member = profile('member', 'Observation', [{ path: 'Observation' }, { path: 'Observation.code', patternCodeableConcept: coded('http://example.org/s', 'x') }]);
  const { matchers, ask } = sliced('Observation', 'hasMember', slice('Observation.hasMember', by('value', 'resolve().code'), { a: { type: [{ code: 'Reference', targetProfile: [own('member')] }] } }), [member]);
  expect(matchers.a![0]).toMatch(/^resolve\(\)\.code = \{"coding".*\(reference\)$/);
  const typed = (type: string): Sliced => sliced('Observation', 'hasMember', slice('Observation.hasMember', by('value', `resolve().ofType(${type}).code`), { a: { type: [{ code: 'Reference', targetProfile: [own('member')] }] } }), [member]);
  const contained = (id: string, code: string): JsonObject => ({ ...observation({ id, code: coded('http://example.org/s', code) }) });
  expect(ask(observation({ contained: [contained('x', 'x'), contained('y', 'y')], hasMember: [{ reference: '#x' }, { reference: '#y' }, { reference: 'Observation/1' }, { display: 'x' }] }))).toEqual([true, false, null, null]);
  expect(typed('Observation').ask(observation({ contained: [contained('x', 'x'), contained('y', 'y')], hasMember: [{ reference: '#x' }, { reference: '#y' }] }))).toEqual([true, false]);
  expect(typed('Patient').matchers).toEqual({ a: ['value resolve().ofType(Patient).code (definition)'] });
});

test('by type: of the value, of a resource inside, of a target', () => {
  const choice = sliced('Observation', 'value', slice('Observation.value[x]', by('type', '$this'), { valueQuantity: { type: [{ code: 'Quantity' }] } }));
  expect(choice.matchers).toEqual({ valueQuantity: ['$this is Quantity (reference)'] });
  expect([choice.ask(observation({ valueQuantity: { value: 1 } })), choice.ask(observation({ valueString: 'x' }))]).toEqual([[true], [false]]);
  const entry = sliced('Bundle', 'entry', slice('Bundle.entry', by('type', 'resource'), { a: {}, 'a.resource': { type: [{ code: 'Patient' }] } }));
  expect(entry.matchers).toEqual({ a: ['resource is Patient (reference)'] });
  expect(entry.ask(bundle('collection', { resource: patient() }, { resource: observation() }, { fullUrl: 'urn:x:1' }))).toEqual([true, false, false]);
  // Any resource is a Resource, any target that is domain content a DomainResource.
  const domain = sliced('Bundle', 'entry', slice('Bundle.entry', by('type', 'resource'), { a: {}, 'a.resource': { type: [{ code: 'DomainResource' }] } }));
  expect(domain.ask(bundle('collection', { resource: patient() }, { resource: { resourceType: 'Binary', contentType: 'a/b' } }))).toEqual([true, false]);
  const target = sliced('Observation', 'performer', slice('Observation.performer', by('type', 'resolve()'), { a: { type: [{ code: 'Reference', targetProfile: [core('Organization'), core('Practitioner')] }] } }));
  expect(target.matchers).toEqual({ a: ['resolve() is Organization | Practitioner (reference)'] });
  expect(target.ask(observation({ contained: [{ resourceType: 'Practitioner', id: 'p' }, patient({ id: 'q' })], performer: [{ reference: '#p' }, { reference: '#q' }, { reference: 'Organization/1' }, { reference: 'Patient/1' }, { type: 'Patient', display: 'x' }, { display: 'x' }] }))).toEqual([true, false, true, false, false, null]);
  // The same type asked of twice is told once.
  expect(sliced('Observation', 'performer', slice('Observation.performer', by('type', 'resolve()'), { a: { type: [{ code: 'Reference', targetProfile: [core('Organization'), own('org')] }] } }), [profile('org', 'Organization', [{ path: 'Organization' }])]).matchers).toEqual({ a: ['resolve() is Organization (reference)'] });
  // The type of what stands in a target.
  const measured = profile('measured', 'Observation', [{ path: 'Observation' }, { path: 'Observation.value[x]', type: [{ code: 'Quantity' }] }]);
  const value = sliced('Observation', 'hasMember', slice('Observation.hasMember', by('type', 'resolve().value'), { a: { type: [{ code: 'Reference', targetProfile: [own('measured')] }] } }), [measured]);
  expect(value.matchers).toEqual({ a: ['resolve().value is Quantity (reference)'] });
  expect(value.ask(observation({ contained: [observation({ id: 'x', valueQuantity: { value: 1 } }), observation({ id: 'y', valueString: 'x' })], hasMember: [{ reference: '#x' }, { reference: '#y' }, { reference: 'Observation/1' }] }))).toEqual([true, false, null]);
  // Below a target nothing is known of one that is elsewhere.
  const below = sliced('Observation', 'performer', slice('Observation.performer', by('type', 'resolve().name'), { a: { type: [{ code: 'Reference', targetProfile: [core('Organization')] }] } }));
  expect(below.ask(observation({ performer: [{ reference: 'Organization/1' }] }))).toEqual([null]);
});

test('by existence: present, absent, and a definition that asks neither', () => {
  const { matchers, ask } = sliced('Patient', 'identifier', slice('Patient.identifier', by('exists', 'period.start'), { with: {}, 'with.period.start': { min: 1 }, without: {}, 'without.period.start': { max: '0' }, either: {}, 'either.period.start': { short: 'x' }, silent: {} }));
  expect(matchers).toEqual({ with: ['period.start present (reference)'], without: ['period.start absent (reference)'], either: ['exists period.start (definition)'], silent: ['exists period.start (definition)'] });
  const message = patient({ identifier: [{ period: { start: '2020' } }, { period: { end: '2020' } }, {}] });
  expect([ask(message, 'with'), ask(message, 'without'), ask(message, 'either')]).toEqual([[true, false, false], [false, true, true], [null, null, null]]);
  const target = sliced('Observation', 'hasMember', slice('Observation.hasMember', by('exists', 'resolve().issued'), { a: { type: [{ code: 'Reference', targetProfile: [own('issued')] }] } }), [profile('issued', 'Observation', [{ path: 'Observation' }, { path: 'Observation.issued', min: 1 }])]);
  expect(target.ask(observation({ contained: [observation({ id: 'x', issued: '2020-01-01T10:00:00Z' }), observation({ id: 'y' })], hasMember: [{ reference: '#x' }, { reference: '#y' }, { reference: 'Observation/1' }] }))).toEqual([true, false, null]);
});

test('by profile: of a value, of a resource inside, of a target', () => {
  const named = profile('named', 'Patient', [{ path: 'Patient' }, { path: 'Patient.name', min: 1 }]);
  const entry = sliced('Bundle', 'entry', slice('Bundle.entry', by('profile', 'resource'), { a: {}, 'a.resource': { type: [{ code: 'Patient', profile: [own('named')] }] }, b: {}, 'b.resource': { type: [{ code: 'Patient', profile: [own('absent')] }] }, c: {} }), [named]);
  expect(entry.matchers).toEqual({ a: [`resource conforms to ${own('named')} (definition)`], b: [`resource conforms to ${own('absent')} (definition)`], c: ['profile resource (definition)'] });
  const message = bundle('collection', { resource: patient({ name: [{ text: 'x' }] }) }, { resource: patient() }, { resource: observation() }, { fullUrl: 'urn:x:1' });
  expect([entry.ask(message, 'a'), entry.ask(message, 'b'), entry.ask(message, 'c')]).toEqual([[true, false, false, false], [null, null, null, false], [null, null, null, null]]);
  const target = (canonical: string): Sliced => sliced('Observation', 'performer', slice('Observation.performer', by('profile', 'resolve()'), { a: { type: [{ code: 'Reference', targetProfile: [canonical] }] } }), [named]);
  const performers = observation({ contained: [patient({ id: 'p', name: [{ text: 'x' }] }), patient({ id: 'q' })], performer: [{ reference: '#p' }, { reference: '#q' }, { reference: 'Patient/1' }, { reference: 'Organization/1' }, { display: 'x' }] });
  expect(target(own('named')).matchers).toEqual({ a: [`resolve() conforms to ${own('named')} (reference)`] });
  expect(target(own('named')).ask(performers)).toEqual([true, false, null, false, null]);
  // A target profile that is not loaded leaves each of them open.
  expect(target(own('absent')).matchers).toEqual({ a: ['profile resolve() (definition)'] });
  expect(target(own('absent')).ask(performers)).toEqual([null, null, null, null, null]);
});

test('by value where the value is told by what stands below it', () => {
  const coding = { 'a.code.coding': by('value', 'system'), 'a.code.coding:one': { min: 1 }, 'a.code.coding:one.system': { fixedUri: 'http://example.org/s' }, 'a.code.coding:one.code': { fixedCode: 'x' }, 'a.code.coding:maybe': { min: 0 }, 'a.code.coding:maybe.system': { fixedUri: 'http://example.org/t' } };
  const { matchers, ask } = sliced('Observation', 'component', slice('Observation.component', by('value', 'code'), { a: {}, ...coding }));
  expect(matchers).toEqual({ a: ['code = coding: system: http://example.org/s, code: x (code)'] });
  const component = (...codings: readonly JsonObject[]): JsonObject => ({ code: { coding: [...codings] } });
  expect(ask(observation({ component: [component({ system: 'http://example.org/s', code: 'x' }), component({ system: 'http://example.org/s', code: 'y' }), component({ system: 'http://example.org/t', code: 'x' }), component({ system: 'http://example.org/t', code: 'q' }, { system: 'http://example.org/s', code: 'x' }), { code: { text: 'x' } }, {}] }))).toEqual([true, false, false, true, false, false]);
  // Nothing below that says what the value must be: then it can't be told.
  expect(sliced('Observation', 'component', slice('Observation.component', by('value', 'code'), { a: {}, 'a.code.text': { min: 1 } })).matchers).toEqual({ a: ['value code (definition)'] });
});

test('by a required binding: of a code, a coding, a concept', () => {
  const valueSet = 'http://example.org/v';
  const sets = [{ url: valueSet, include: [{ system: 'http://example.org/s', concepts: [{ code: 'x' }] }] }];
  const concept = (strength: string): Sliced => sliced('Observation', 'category', slice('Observation.category', by('value', '$this'), { a: { binding: { strength, valueSet } } }), [], sets);
  expect(concept('required').matchers).toEqual({ a: [`$this = (${valueSet}) (code)`] });
  // A weaker binding decides nothing.
  expect(concept('extensible').matchers).toEqual({ a: ['value $this (definition)'] });
  const x = { system: 'http://example.org/s', code: 'x' };
  expect(concept('required').ask(observation({ category: [{ coding: [x] }, { coding: [{ system: 'http://example.org/t', code: 'x' }, x] }, { coding: [{ system: 'http://example.org/t', code: 'x' }] }, { text: 'x' }, { coding: [1] }] as unknown as JsonObject[] }))).toEqual([true, true, false, false, false]);
  const coding = sliced('Observation', 'component', slice('Observation.component', by('value', 'code.coding'), { a: {}, 'a.code.coding': { binding: { strength: 'required', valueSet } } }), [], sets);
  expect(coding.ask(observation({ component: [{ code: { coding: [x] } }, { code: { coding: [{ ...x, code: 'y' }] } }, { code: { coding: [{ system: x.system }] } }] }))).toEqual([true, false, false]);
  const uses = 'http://example.org/uses';
  const code = sliced('Patient', 'telecom', slice('Patient.telecom', by('value', 'use'), { a: {}, 'a.use': { binding: { strength: 'required', valueSet: uses } } }), [], [{ url: uses, include: [{ system: 'http://hl7.org/fhir/contact-point-use', concepts: [{ code: 'home' }] }] }]);
  expect(code.ask(patient({ telecom: [{ use: 'home' }, { use: 'work' }, {}] }))).toEqual([true, false, false]);
  // What is sharper below the binding decides in its place.
  const both = sliced('Observation', 'category', slice('Observation.category', by('value', '$this'), { a: { binding: { strength: 'required', valueSet: 'http://example.org/absent' } }, 'a.coding.system': { fixedUri: 'http://example.org/s' } }), [], sets);
  expect(both.ask(observation({ category: [{ coding: [x] }, { coding: [{ system: 'http://example.org/t' }] }] }))).toEqual([true, false]);
});

test('by a url: of extensions as their profile says, of other things as any value', () => {
  const photo = sliced('Patient', 'photo', slice('Patient.photo', by('value', 'url'), { a: {}, 'a.url': { fixedUrl: 'http://example.org/a' } }));
  expect(photo.ask(patient({ photo: [{ url: 'http://example.org/a' }, { url: 'http://example.org/b' }, { title: 'x' }] }))).toEqual([true, false, false]);
  const pattern = sliced('Patient', 'photo', slice('Patient.photo', by('pattern', 'url'), { a: {}, 'a.url': { patternUrl: 'http://example.org/a' } }));
  expect(pattern.matchers).toEqual({ a: ['url = http://example.org/a (code)'] });
  expect(pattern.ask(patient({ photo: [{ url: 'http://example.org/a' }, { url: 'http://example.org/b' }] }))).toEqual([true, false]);
  const extension = sliced('Patient', 'extension', slice('Patient.extension', by('value', 'url'), { a: { type: [{ code: 'Extension', profile: [own('absent')] }] }, b: {} }));
  expect(extension.matchers).toEqual({ a: [`url = ${own('absent')} (definition)`], b: ['value url (definition)'] });
  expect(extension.ask(patient({ extension: [{ url: own('absent') }, { url: 'http://example.org/x' }, { url: 1 }, 'x'] as unknown as JsonObject[] }))).toEqual([true, false, false, false]);
  expect(extension.ask({ resourceType: 'Patient', extension: null } as unknown as FhirResource)).toEqual([false]);
});

test('what a profile leaves out: extensions are sliced by url, choices by type, others not at all', () => {
  const bare = { slicing: { rules: 'open' } };
  for (const name of ['extension', 'modifierExtension']) {
    expect(sliced('Patient', name, slice(`Patient.${name}`, bare, { a: { type: [{ code: 'Extension', profile: [own('x')] }] } })).matchers).toEqual({ a: [`url = ${own('x')} (definition)`] });
  }
  expect(sliced('Observation', 'value', slice('Observation.value[x]', bare, { valueQuantity: { type: [{ code: 'Quantity' }] } })).matchers).toEqual({ valueQuantity: ['$this is Quantity (reference)'] });
  expect(sliced('Patient', 'identifier', slice('Patient.identifier', bare, { a: {} })).matchers).toEqual({ a: [] });
});

test('a discriminator that cannot be read leaves it open', () => {
  for (const [type, path] of [['value', 'where(x = 1)'], ['position', '$this'], ['value', 'nonsense'], ['pattern', 'value'], ['exists', 'nonsense'], ['type', 'nonsense'], ['profile', 'nonsense'], ['value', 'resolve()']] as const) {
    const { matchers, ask } = sliced('Patient', 'identifier', slice('Patient.identifier', by(type, path), { a: {} }));
    expect(matchers).toEqual({ a: [`${type} ${path} (definition)`] });
    expect(ask(patient({ identifier: [{ value: '1' }] }))).toEqual([null]);
  }
});

test('a part that repeats its parent has no type of its own', () => {
  const { matchers } = sliced('OperationDefinition', 'parameter', slice('OperationDefinition.parameter', by('value', 'part.ofType(Coding).code'), { a: {}, 'a.part': { min: 1 } }));
  expect(matchers).toEqual({ a: ['value part.ofType(Coding).code (definition)'] });
});
