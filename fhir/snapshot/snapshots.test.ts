import { describe, expect, test } from 'vitest';
import type { ElementFacts, Structure } from '../definitions/structure.ts';
import { coreDefinitions } from '../tables/core.ts';
import { createSnapshots, type SnapshotResult } from './snapshots.ts';
import { core, definitionsWith, own, profile, snapshotsWith } from './testing.ts';

const minOf = (answer: SnapshotResult, id: string): number | undefined => (answer.kind === 'ok' ? answer.structure.snapshot!.find((element) => element.id === id)?.min : undefined);
const whyOf = (answer: SnapshotResult): string => (answer.kind === 'broken' ? `${answer.canonical}: ${answer.why}` : answer.kind);

describe('a snapshot', () => {
  test('of core is the one that core has', () => {
    const definitions = coreDefinitions('r4');
    const answer = createSnapshots(definitions).of(core('Patient'));
    expect(answer).toEqual({ kind: 'ok', structure: definitions.type('Patient'), notTested: [], issues: [] });
  });
  test('of what is not loaded is unknown', () => {
    const snapshots = snapshotsWith([]);
    expect(snapshots.of(own('absent'))).toEqual({ kind: 'unknown', canonical: own('absent') });
    expect(snapshots.tree(own('absent'))).toBeNull();
  });
  test('is made once', () => {
    const snapshots = snapshotsWith([profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1 }])]);
    expect(snapshots.of(own('p'))).toBe(snapshots.of(own('p')));
    expect(snapshots.tree(own('p'))).toBe(snapshots.tree(own('p')));
    expect(minOf(snapshots.of(own('p')), 'Patient.birthDate')).toBe(1);
  });
  test('keeps the definition as it was beside it', () => {
    const given = profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1 }], { version: '1.2' });
    const answer = snapshotsWith([given]).of(`${own('p')}|1.2`);
    expect(answer).toMatchObject({ kind: 'ok', structure: { ...given } });
    expect(given).not.toHaveProperty('snapshot');
  });
  test('that comes with the definition is kept, whatever the differential', () => {
    const snapshot = [{ id: 'Patient', path: 'Patient', min: 0, max: '*', base: { path: 'Patient', min: 0, max: '*' } }] as const;
    const answer = snapshotsWith([{ ...profile('p', 'Patient', [{ path: 'Patient.birthDate', min: 1 }]), snapshot }]).of(own('p'));
    expect(answer).toMatchObject({ kind: 'ok', structure: { snapshot } });
  });
  test('of STU3 that comes with the definition gets the names of choices', () => {
    const base = { path: 'Extension.value[x]', min: 0, max: 1 } as const;
    const snapshot: ElementFacts[] = [{ id: 'Extension', path: 'Extension', min: 0, max: '*', base: { path: 'Extension', min: 0, max: '*' } }, { id: 'Extension.valueCode', path: 'Extension.valueCode', min: 1, max: 1, base }];
    const given = { ...profile('e', 'Extension', [{ path: 'Extension' }], { fhir: 'stu3' }), snapshot };
    expect(minOf(snapshotsWith([given], 'stu3').of(own('e')), 'Extension.value[x]')).toBe(1);
    expect(minOf(snapshotsWith([{ ...given, fhir: 'r4' }]).of(own('e')), 'Extension.valueCode')).toBe(1);
  });
  test('has an element for each of the base, with base facts of where it was first defined', () => {
    const answer = snapshotsWith([profile('p', 'Observation', [{ path: 'Observation.subject', min: 1 }])]).of(own('p'));
    if (answer.kind !== 'ok') throw new Error(answer.kind);
    const observation = coreDefinitions('r4').type('Observation')!.snapshot!;
    expect(answer.structure.snapshot!.map((element) => element.id)).toEqual(observation.map((element) => element.id));
    for (const element of answer.structure.snapshot!) expect(Object.keys(element)).toEqual(expect.arrayContaining(['min', 'max', 'base']));
    expect(answer.structure.snapshot!.find((element) => element.id === 'Observation.text')!.base!.path).toBe('DomainResource.text');
  });
  test('of a primitive type may be narrowed too', () => {
    const answer = snapshotsWith([profile('short', 'string', [{ path: 'string.value', maxLength: 5 }])]).of(own('short'));
    expect(answer.kind === 'ok' && answer.structure.snapshot!.find((element) => element.id === 'string.value')!.maxLength).toBe(5);
  });
});

describe('a chain of profiles', () => {
  const first = profile('first', 'Patient', [{ path: 'Patient.birthDate', min: 1 }]);
  const second = profile('second', 'Patient', [{ path: 'Patient.gender', min: 1 }], { base: own('first') });
  const third = profile('third', 'Patient', [{ path: 'Patient.birthDate', min: 0 }, { path: 'Patient.name', min: 1 }], { base: own('second') });
  test('adds up, and what a later one widens is told of that one alone', () => {
    const snapshots = snapshotsWith([first, second, third]);
    const answer = snapshots.of(own('third'));
    expect(['Patient.birthDate', 'Patient.gender', 'Patient.name'].map((id) => minOf(answer, id))).toEqual([1, 1, 1]);
    expect(answer).toMatchObject({ issues: [{ code: 'min-lowered', element: 'Patient.birthDate' }] });
    expect(snapshots.of(own('second'))).toMatchObject({ issues: [] });
    expect(minOf(snapshots.of(own('first')), 'Patient.gender')).toBe(0);
  });
  test('with a base that is not loaded says which definition is at fault', () => {
    const snapshots = snapshotsWith([second, third]);
    expect(snapshots.of(own('third'))).toEqual({ kind: 'broken', canonical: own('second'), why: `base definition ${own('first')} is not loaded` });
    expect(snapshots.tree(own('third'))).toBeNull();
  });
  test('that runs in a circle is broken, from wherever it is asked', () => {
    const ring = [profile('a', 'Patient', [{ path: 'Patient' }], { base: own('b') }), profile('b', 'Patient', [{ path: 'Patient' }], { base: own('c') }), profile('c', 'Patient', [{ path: 'Patient' }], { base: own('a') })];
    const snapshots = snapshotsWith(ring);
    for (const name of ['a', 'b', 'c']) expect(whyOf(snapshots.of(own(name)))).toContain('base definitions run in a circle');
  });
  test('on itself is broken', () => {
    expect(whyOf(snapshotsWith([profile('a', 'Patient', [{ path: 'Patient' }], { base: own('a') })]).of(own('a')))).toBe(`${own('a')}: base definitions run in a circle: ${own('a')}`);
  });
  const long = (length: number): Structure[] => Array.from({ length }, (_, index) => profile(`n${index}`, 'Patient', [{ path: 'Patient.birthDate', min: 1 }], index === 0 ? {} : { base: own(`n${index - 1}`) }));
  test('of a hundred definitions, the type included, is the longest', () => {
    const snapshots = snapshotsWith(long(120));
    expect(whyOf(snapshots.of(own('n110')))).toContain('too many definitions build on each other');
    expect(minOf(snapshots.of(own('n98')), 'Patient.birthDate')).toBe(1);
  });
  test('that is too long harms none of the shorter ones', () => {
    const snapshots = snapshotsWith(long(5_000));
    expect(whyOf(snapshots.of(own('n4999')))).toContain('too many definitions build on each other');
    expect(snapshots.of(own('n10')).kind).toBe('ok');
    expect(snapshots.of(own('n4999'))).toBe(snapshots.of(own('n4999')));
  });
});

describe('a broken definition', () => {
  const patient = profile('p', 'Patient', [{ path: 'Patient' }]);
  test.each<[string, Structure, string]>([
    ['without any elements', { ...patient, differential: undefined }, 'neither snapshot nor differential'],
    ['without a base', { ...patient, base: undefined }, 'no base definition'],
    ['with a base of nowhere', { ...patient, base: own('absent') }, `base definition ${own('absent')} is not loaded`],
    ['with a snapshot in disorder', { ...patient, snapshot: [{ id: 'Patient', path: 'Patient' }, { id: 'Patient.name.given', path: 'Patient.name.given' }] }, 'Patient.name.given stands outside its parent'],
    ['with a path as deep as no instance can be', profile('p', 'Extension', [{ path: `Extension${'.extension'.repeat(100)}`, max: '0' }]), 'a path of more than 100 elements'],
  ])('%s is told as broken', (_, structure, why) => {
    expect(snapshotsWith([structure]).of(own('p'))).toEqual({ kind: 'broken', canonical: own('p'), why });
  });
  test('a path as deep as is allowed is followed', () => {
    const id = `Extension${'.extension'.repeat(99)}`;
    const answer = snapshotsWith([profile('p', 'Extension', [{ path: id, min: 1 }])]).of(own('p'));
    expect(minOf(answer, id)).toBe(1);
  });
  test('an empty differential changes nothing', () => {
    const answer = snapshotsWith([{ ...patient, differential: [{ id: 'Patient', path: 'Patient' }] }]).of(own('p'));
    expect(answer).toMatchObject({ kind: 'ok', issues: [] });
  });
  test('a fault that is no fault of the definition is not hidden', () => {
    const definitions = definitionsWith([patient]);
    const snapshots = createSnapshots({ ...definitions, structure: (canonical) => { if (canonical === core('Patient')) throw new Error('disk'); return definitions.structure(canonical); } });
    expect(() => snapshots.of(own('p'))).toThrow('disk');
  });
});

describe('sizes', () => {
  test('a snapshot has no more elements than allowed', () => {
    const structure = profile('p', 'Patient', [{ path: 'Patient.name.family', min: 1 }]);
    const size = (snapshotsWith([structure]).of(own('p')) as { structure: Structure }).structure.snapshot!.length;
    expect(snapshotsWith([structure], 'r4', { maxElements: size }).of(own('p')).kind).toBe('ok');
    expect(whyOf(snapshotsWith([structure], 'r4', { maxElements: size - 1 }).of(own('p')))).toBe(`${own('p')}: more than ${size - 1} elements`);
  });
  test('a differential has no more', () => {
    const elements = Array.from({ length: 60 }, (_, index) => ({ path: `Patient.nothing${index}` }));
    expect(whyOf(snapshotsWith([profile('p', 'Patient', elements)], 'r4', { maxElements: 59 }).of(own('p')))).toBe(`${own('p')}: more than 59 elements`);
    expect(snapshotsWith([profile('p', 'Patient', elements)], 'r4', { maxElements: 60 }).of(own('p')).kind).toBe('ok');
  });
  test('a snapshot that is given has no more', () => {
    const snapshot = Array.from({ length: 30 }, (_, index) => ({ id: index === 0 ? 'Patient' : `Patient.e${index}`, path: index === 0 ? 'Patient' : `Patient.e${index}`, min: 0, max: 1 }));
    const given = { ...profile('p', 'Patient', [{ path: 'Patient' }]), snapshot };
    expect(whyOf(snapshotsWith([given], 'r4', { maxElements: 29 }).of(own('p')))).toBe(`${own('p')}: more than 29 elements`);
    expect(snapshotsWith([given], 'r4', { maxElements: 30 }).of(own('p')).kind).toBe('ok');
  });
  test('profiles that each open the next twice do not grow without end', () => {
    const doubling = Array.from({ length: 40 }, (_, index) => profile(`d${index}`, 'Extension', ['a', 'b'].flatMap((slice) => [
      { id: `Extension.extension:${slice}`, path: 'Extension.extension', sliceName: slice, type: [{ code: 'Extension', profile: [own(`d${index + 1}`)] }] },
      { id: `Extension.extension:${slice}.id`, path: 'Extension.extension.id', max: '0' },
    ])));
    const snapshots = snapshotsWith(doubling, 'r4', { maxElements: 500 });
    const answers = doubling.map((one) => snapshots.of(one.url));
    for (const answer of answers) if (answer.kind === 'ok') expect(answer.structure.snapshot!.length).toBeLessThanOrEqual(500);
    expect(answers.map(whyOf)).toContainEqual(expect.stringContaining('more than 500 elements'));
  });
  const names = Array.from({ length: 20 }, (_, index) => `k${index}`);
  const knot = names.map((name) => profile(name, 'Extension', names.filter((other) => other !== name).flatMap((other) => [
    { id: `Extension.extension:${other}`, path: 'Extension.extension', sliceName: other, type: [{ code: 'Extension', profile: [own(other)] }] },
    { id: `Extension.extension:${other}.id`, path: 'Extension.extension.id', max: '0' },
  ])));
  test('twenty profiles that open each other every way are given up, whichever is asked, and the answer is kept', () => {
    const snapshots = snapshotsWith(knot, 'r4', { maxElements: 500 });
    for (const name of ['k0', 'k19']) {
      const answer = snapshots.of(own(name));
      expect(answer).toMatchObject({ kind: 'ok', issues: expect.arrayContaining([expect.objectContaining({ code: 'profile-absent' })]) });
      expect(snapshots.of(own(name))).toBe(answer);
    }
  });
});

describe('profiles that open each other', () => {
  const opening = (name: string, other: string): Structure => profile(name, 'Extension', [
    { id: 'Extension.extension:o', path: 'Extension.extension', sliceName: 'o', type: [{ code: 'Extension', profile: [own(other)] }] }, { id: 'Extension.extension:o.id', path: 'Extension.extension.id', max: '0' },
  ]);
  test('come to an end, and that is told', () => {
    expect(snapshotsWith([opening('a', 'a')]).of(own('a'))).toMatchObject({ kind: 'ok', issues: [{ code: 'profile-circle', element: 'Extension.extension:o', detail: own('a') }] });
  });
  test('are the same in whatever order they are asked', () => {
    const both = [opening('a', 'b'), opening('b', 'a')];
    const forth = snapshotsWith(both);
    const back = snapshotsWith(both);
    const [a, b] = [forth.of(own('a')), forth.of(own('b'))];
    const [otherB, otherA] = [back.of(own('b')), back.of(own('a'))];
    expect(a.kind).toBe('ok');
    expect(b.kind).toBe('ok');
    expect(otherA).toEqual(a);
    expect(otherB).toEqual(b);
  });
});

describe('content of an element', () => {
  const weight = profile('weight', 'Quantity', [{ path: 'Quantity.unit', min: 1 }]);
  const p = profile('p', 'Observation', [{ path: 'Observation.referenceRange.low', type: [{ code: 'Quantity', profile: [own('weight')] }] }, { path: 'Observation.code.text', min: 1 }]);
  const snapshots = snapshotsWith([weight, p]);
  const child = (...names: readonly string[]) => names.reduce((node, name) => node.children.find((one) => one.element.path.endsWith(`.${name}`))!, snapshots.tree(own('p'))!);

  test('that the snapshot opens is its own', () => {
    expect(snapshots.content(child('code'))).toBe(child('code'));
  });
  test('that it does not open is that of its profile, type or content reference', () => {
    expect(snapshots.content(child('referenceRange', 'low'))).toBe(snapshots.tree(own('weight')));
    expect(snapshots.content(child('category'))).toBe(snapshots.tree(core('CodeableConcept')));
    expect(snapshots.content(child('component', 'referenceRange'))!.element.id).toBe('Observation.referenceRange');
  });
  test('of a choice is that of the type that the instance has', () => {
    expect(snapshots.content(child('value[x]'), 'Quantity')).toBe(snapshots.tree(core('Quantity')));
    expect(snapshots.content(child('value[x]'), 'Address')).toBe(snapshots.tree(core('Address')));
    expect(snapshots.content(child('value[x]'))).toBe(snapshots.tree(core('Element')));
    expect(snapshots.content(child('referenceRange', 'low'), 'Quantity')).toBe(snapshots.tree(own('weight')));
    expect(snapshots.content(child('component', 'referenceRange'), 'BackboneElement')!.element.id).toBe('Observation.referenceRange');
  });
  test('of a type that does not exist is nothing', () => {
    expect(snapshots.content(child('value[x]'), 'Nothing')).toBeNull();
  });
});

test('a target that the base does not allow is told, a profile on an allowed one is not', () => {
  const mine = profile('mine', 'Patient', [{ path: 'Patient' }]);
  expect(snapshotsWith([mine, profile('p', 'Observation', [{ path: 'Observation.subject', type: [{ code: 'Reference', targetProfile: [own('mine')] }] }])]).of(own('p'))).toMatchObject({ kind: 'ok', issues: [] });
  const answer = snapshotsWith([profile('p', 'Observation', [{ path: 'Observation.subject', type: [{ code: 'Reference', targetProfile: [core('Medication')] }] }])]).of(own('p'));
  expect(answer).toMatchObject({ issues: [{ code: 'target-added', element: 'Observation.subject', detail: core('Medication') }] });
});
test('elements that name profiles which are not here are listed', () => {
  const answer = snapshotsWith([profile('p', 'Observation', [{ path: 'Observation.subject', type: [{ code: 'Reference', targetProfile: [own('absent')] }] }])]).of(own('p'));
  expect(answer).toMatchObject({ kind: 'ok', notTested: [{ element: 'Observation.subject', canonical: own('absent') }] });
});
