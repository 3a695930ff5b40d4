import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { ProfileNode } from './profile-plan.ts';
import { core, own, profile, validatorWith } from './testing.ts';

function plan(type: string, ...elements: readonly JsonObject[]): ProfileNode {
  const answer = validatorWith({ structures: [profile('p', type, [{ path: type }, ...elements], { version: '1.0' })] }).environment.profiles.of(own('p'));
  if (answer.kind !== 'ok') throw new Error(answer.kind);
  expect(answer.plan.canonical).toBe(`${own('p')}|1.0`);
  return answer.plan.root;
}

test('what a profile only repeats is left out', () => {
  expect(plan('Patient').active).toBe(false);
  const root = plan('Patient', { path: 'Patient.gender', min: 1 });
  expect(root.active).toBe(true);
  expect([...root.children.values()].filter((one) => one.active).map((one) => one.name)).toEqual(['gender']);
  const gender = root.children.get('gender')!;
  // Its binding and its types are those of the specification.
  expect(gender).toMatchObject({ min: 1, max: Infinity, types: undefined, binding: undefined, narrowed: undefined, constraints: [] });
  expect(gender.asker).toEqual({ profile: `${own('p')}|1.0`, element: 'Patient.gender' });
});

test('what it adds is kept: cardinality, types, targets, bindings, rules', () => {
  expect(plan('Patient', { path: 'Patient.name', max: '3' }).children.get('name')).toMatchObject({ min: 0, max: 3 });
  expect(plan('Patient', { path: 'Patient.deceased[x]', type: [{ code: 'boolean' }] }).children.get('deceased')!.types).toMatchObject([{ code: 'boolean' }]);
  const target = plan('Patient', { path: 'Patient.managingOrganization', type: [{ code: 'Reference', targetProfile: [own('organization')] }] }).children.get('managingOrganization')!;
  expect(target.narrowed).toMatchObject([{ code: 'Reference', targets: [own('organization')] }]);
  expect(plan('Patient', { path: 'Patient.managingOrganization', type: [{ code: 'Reference', targetProfile: [core('Organization')] }], mustSupport: true }).active).toBe(false);
  const bound = (strength: string): ProfileNode => plan('Observation', { path: 'Observation.method', binding: { strength, valueSet: 'http://example.org/v' } });
  expect(bound('required').children.get('method')!.binding).toMatchObject({ strength: 'required' });
  for (const weak of ['preferred', 'example']) expect(bound(weak).active).toBe(false);
  // A maximum value set counts, however weak the binding around it.
  const most = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet', valueCanonical: 'http://example.org/most' }] };
  expect(plan('Observation', { path: 'Observation.method', binding: { strength: 'preferred', valueSet: 'http://example.org/v', ...most } }).children.get('method')!.binding).toMatchObject({ strength: 'preferred', maxValueSet: 'http://example.org/most' });
  expect(plan('Patient', { path: 'Patient.name', constraint: [{ key: 'own-1', severity: 'error', human: 'x', expression: 'true' }] }).children.get('name')!.constraints).toMatchObject([{ key: 'own-1' }]);
});

test('slices hang under what is sliced, and those inside them know whose they are', () => {
  const root = plan('Patient', { path: 'Patient.telecom', slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'closed' } }, { id: 'Patient.telecom:phone', path: 'Patient.telecom', sliceName: 'phone', min: 1 }, { id: 'Patient.telecom:phone.system', path: 'Patient.telecom.system', min: 1, fixedCode: 'phone' });
  const telecom = root.children.get('telecom')!;
  expect(telecom.slicing).toMatchObject({ rules: 'closed', ordered: false });
  expect(telecom.slices.map((one) => [one.slice, one.min, one.active])).toEqual([['phone', 1, true]]);
  expect(telecom.slices[0]!.children.get('system')!.asker).toEqual({ profile: `${own('p')}|1.0`, element: 'Patient.telecom:phone.system', slice: 'phone' });
});

test('profiles that are unknown or broken', () => {
  const broken = profile('broken', 'Patient', [{ path: 'Patient' }], { base: own('absent') });
  const { profiles } = validatorWith({ structures: [broken] }).environment;
  expect(profiles.of(own('nowhere')).kind).toBe('unknown');
  expect(profiles.of(own('broken')).kind).toBe('broken');
  expect(profiles.of(core('Patient'))).toBe(profiles.of(core('Patient')));
});

test('a slice that asks nothing leaves the profile without work; one in a closed slicing does not', () => {
  const sliced = (rules: string): ProfileNode => plan('Patient', { path: 'Patient.telecom', slicing: { discriminator: [{ type: 'value', path: 'system' }], rules } }, { id: 'Patient.telecom:phone', path: 'Patient.telecom', sliceName: 'phone' });
  expect([sliced('open').active, sliced('open').children.get('telecom')!.slices[0]!.active]).toEqual([false, false]);
  expect([sliced('closed').active, sliced('openAtEnd').active]).toEqual([true, true]);
});

test('a slice of a slice hangs under it, whichever comes first', () => {
  const slicing = { discriminator: [{ type: 'value', path: 'use' }], rules: 'open' };
  const telecom = plan('Patient', { path: 'Patient.telecom', slicing }, { id: 'Patient.telecom:a', path: 'Patient.telecom', sliceName: 'a', slicing }, { id: 'Patient.telecom:a/b', path: 'Patient.telecom', sliceName: 'a/b', max: '1' }, { id: 'Patient.telecom:ab', path: 'Patient.telecom', sliceName: 'ab', max: '1' }).children.get('telecom')!;
  expect(telecom.slices.map((one) => [one.slice, one.slices.map((inner) => [inner.slice, inner.max])])).toEqual([['a', [['a/b', 1]]], ['ab', []]]);
});
