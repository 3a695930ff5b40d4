import { child, isObject, type Json } from './body.ts';
import { text } from './outcome.ts';
import type { Text } from '../../model/text.ts';
import { elementsOf } from './walk.ts';

/** Elements of Task that only R4 knows, with what STU3 has instead; '' when it has nothing. */
const r4Elements: Readonly<Record<string, string>> = {
  instantiatesUri: 'definitionUri', instantiatesCanonical: 'definitionReference', encounter: 'context',
  reasonCode: 'reason', reasonReference: 'reason', location: '', insurance: '',
};
const lists = ['identifier', 'basedOn', 'input', 'partOf', 'note', 'relevantHistory'];

/** What makes a Task no STU3 Task, by the habits of who knows R4 and by the shape of the JSON (twiin.md 3.2). */
export interface Habit { readonly path: string; readonly actual: string; readonly next: Text }
export function r4HabitsOf(task: Json): readonly Habit[] {
  const found: Habit[] = Object.entries(r4Elements).filter(([name]) => task[name] !== undefined).map(([name, instead]) => ({
    path: `Task.${name}`, actual: 'an element of R4',
    next: instead === '' ? text('Laat dit element weg.', 'Leave this element out.') : text(`Gebruik in STU3 ${instead}.`, `Use ${instead} in STU3.`),
  }));
  const requester = child(task, 'requester');
  if (requester !== null && ['reference', 'identifier', 'display'].some((name) => requester[name] !== undefined)) {
    found.push({ path: 'Task.requester', actual: 'a Reference, as in R4', next: text('Gebruik requester.agent en requester.onBehalfOf.', 'Use requester.agent and requester.onBehalfOf.') });
  }
  for (const element of elementsOf(task, 'Task')) {
    const isReference = typeof element.value.reference === 'string' || isObject(element.value.identifier);
    if (!isReference || typeof element.value.type !== 'string') continue;
    found.push({ path: `${element.path}.type`, actual: 'Reference.type, as in R4', next: text('Laat type weg: een STU3-Reference kent het niet.', 'Leave type out: an STU3 Reference does not know it.') });
  }
  for (const name of lists) {
    if (task[name] === undefined || Array.isArray(task[name])) continue;
    found.push({ path: `Task.${name}`, actual: 'no list', next: text(`${name} is in JSON een lijst.`, `${name} is a list in JSON.`) });
  }
  return found;
}
