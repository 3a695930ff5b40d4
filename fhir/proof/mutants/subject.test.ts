import { expect, it } from 'vitest';
import type { FhirResource } from '../../json.ts';
import { benchOf } from './testing.ts';

const paths = (resource: FhirResource): { nodes: string[]; occurrences: string[] } => {
  const subject = benchOf('r4').subject(resource);
  return { nodes: subject.nodes.map((one) => one.path.join('.')), occurrences: subject.occurrences.map((one) => `${one.path.join('.')}:${one.member.type}`) };
};
it('walks complex values, primitives with siblings, and lists with gaps', () => {
  const { nodes, occurrences } = paths({ resourceType: 'Patient', birthDate: '1970', _birthDate: { id: 'b' }, name: [{ given: ['a', null], _given: [null, { extension: [{ url: 'http://example.org/x', valueString: 'x' }] }] }], _active: { extension: [{ url: 'http://example.org/x', valueString: 'x' }] } });
  expect(nodes).toEqual(['', '_birthDate', 'name.0', 'name.0._given.1', 'name.0._given.1.extension.0', '_active', '_active.extension.0']);
  expect(occurrences).toEqual(expect.arrayContaining(['birthDate:date', 'name.0:HumanName', 'name.0.given.0:string', 'name.0.given.1:string', '_active:boolean', '_active.extension.0.valueString:string']));
});
it('walks resources inside by their own definition', () => {
  const subject = benchOf('r4').subject({ resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'http://example.org/Patient/1', resource: { resourceType: 'Patient', id: '1', contact: [{ name: { text: 'x' } }] } }] });
  const contact = subject.nodes.find((one) => one.path.join('.') === 'entry.0.resource.contact.0')!;
  expect(contact.spot.path).toBe('Patient.contact');
  expect(contact.resource.resourceType).toBe('Patient');
  expect(contact.resourcePath).toEqual(['entry', 0, 'resource']);
});
it('follows content references', () => {
  const subject = benchOf('r4').subject({ resourceType: 'Questionnaire', status: 'draft', item: [{ linkId: '1', type: 'group', item: [{ linkId: '2', type: 'string', text: 'x' }] }] });
  expect(subject.nodes.map((one) => one.spot.path)).toEqual(['Questionnaire', 'Questionnaire.item', 'Questionnaire.item']);
});
