import { expect, test } from 'vitest';
import { all, any, discriminatorSteps, extensionUrls, targetOf, typeOfTarget } from './discriminators.ts';
import { childItems } from './child-items.ts';
import { Collector } from './collector.ts';
import type { Session } from './session.ts';
import { baseValidator, own, patient, profile, rootItem, validatorWith } from './testing.ts';

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
