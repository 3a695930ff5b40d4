import { isObject } from '../../../json.ts';
import { brief, edited, replaced } from '../edit.ts';
import type { Operator } from '../operator.ts';
import type { Occurrence, Subject } from '../subject.ts';

const types = ['Patient', 'Practitioner', 'Organization', 'Location', 'Observation', 'Condition', 'Medication', 'Encounter', 'Binary', 'Basic'];
function* references(subject: Subject): Iterable<Occurrence & { readonly reference: string; readonly targets: readonly string[] }> {
  for (const occurrence of subject.occurrences) {
    const { member, value } = occurrence;
    if (member.type !== 'Reference' || !isObject(value) || typeof value.reference !== 'string') continue;
    const facts = member.element.types!.find((one) => one.code === 'Reference')!;
    yield { ...occurrence, reference: value.reference, targets: (facts.targets ?? []).map((one) => one.slice(one.lastIndexOf('/') + 1)) };
  }
}

export const referenceOperators: readonly Operator[] = [
  {
    name: 'reference-to-wrong-type', rule: 'targetProfile: a reference points at a resource of a listed type (FHIR STU3 and R4, References)',
    *sites(subject) {
      for (const { path, reference, targets } of references(subject)) {
        if (targets.length === 0 || targets.includes('Resource') || targets.includes('Any') || !/^(https?:\/\/.*\/)?[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/.test(reference)) continue;
        for (const type of types) {
          if (targets.some((target) => target === type || subject.facts.lineage(type).includes(target))) continue;
          const wrong = reference.replace(/[A-Z][A-Za-z]+\/[A-Za-z0-9.-]+$/, `${type}/mutant-1`);
          yield { at: [...path, 'reference'], says: `${reference} → ${wrong}, of ${targets.join(', ')}`, expected: { codes: ['reference-target-type'] }, make: () => ({ resource: replaced(subject.resource, [...path, 'reference'], wrong) }) };
        }
      }
    },
  },
  {
    name: 'contained-not-there', rule: 'ref-1: a fragment points at a contained resource (FHIR STU3 and R4, References)',
    *sites(subject) {
      for (const { path, reference } of references(subject)) {
        yield { at: [...path, 'reference'], says: `${brief(reference)} → "#mutant-1"`, expected: { codes: ['contained-not-found'] }, make: () => ({ resource: replaced(subject.resource, [...path, 'reference'], '#mutant-1') }) };
      }
    },
  },
  {
    name: 'reference-with-space', rule: 'a literal reference is a URL (FHIR STU3 and R4, References)',
    *sites(subject) {
      for (const { path, reference } of references(subject)) {
        if (reference.startsWith('#')) continue;
        const wrong = `${reference} x`;
        yield { at: [...path, 'reference'], says: `${brief(reference)} → ${brief(wrong)}`, expected: { codes: ['reference-malformed'] }, make: () => ({ resource: replaced(subject.resource, [...path, 'reference'], wrong) }) };
      }
    },
  },
  ...contained('contained-in-contained', 'dom-2', 'no contained resources inside contained ones', { contained: [{ resourceType: 'Basic', id: 'inner', code: { text: 'x' } }] }),
  ...contained('contained-with-narrative', 'dom-1', 'a contained resource has no narrative', { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>' } }),
  ...contained('contained-not-referred-to', 'dom-3', 'a contained resource is referred to', {}),
  ...contained('contained-with-version', 'dom-4', 'a contained resource has no versionId or lastUpdated', { meta: { versionId: '1' } }),
  ...contained('contained-with-security', 'dom-5', 'a contained resource has no security label', { meta: { security: [{ system: 'http://example.org', code: 'x' }] } }),
];

/** A contained resource added that breaks one rule on the container, where its definition states that rule. */
function contained(name: string, invariant: string, sentence: string, extra: Readonly<Record<string, unknown>>): readonly Operator[] {
  return [{
    name, rule: `${invariant}: ${sentence} (FHIR STU3 and R4, DomainResource)`,
    *sites(subject) {
      for (const node of subject.nodes) {
        if (node.object !== node.resource || node.resourcePath.includes('contained')) continue;
        if (subject.facts.elementAt(node.spot).constraints?.some((one) => one.key === invariant) !== true) continue;
        yield {
          at: [...node.path, 'contained'], says: `a contained Basic added that has ${brief(extra)}`, expected: { codes: ['invariant-violated'], invariant },
          make: () => ({
            resource: edited(subject.resource, node.path, (object) => {
              object.contained = [...object.contained as unknown[] ?? [], { resourceType: 'Basic', id: 'mutant-1', ...extra, code: { text: 'x' } }];
              if (invariant !== 'dom-3') object.extension = [...object.extension as unknown[] ?? [], { url: 'http://example.org/refers', valueReference: { reference: '#mutant-1' } }];
            }),
          }),
        };
      }
    },
  }];
}
