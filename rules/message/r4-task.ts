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

function isTypedReference(value: Json): boolean {
  return typeof value.type === 'string' && (typeof value.reference === 'string' || isObject(value.identifier));
}
/** Somewhere inside; with a stack of its own, as a message may be nested deeper than the process goes. */
function holdsTypedReference(task: Json): boolean {
  const open: unknown[] = [task];
  while (open.length > 0) {
    const value = open.pop();
    if (isObject(value) && isTypedReference(value)) return true;
    for (const one of Object.values(value as object)) if (typeof one === 'object' && one !== null) open.push(one);
  }
  return false;
}

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
  // Most Tasks have none: paths are made when there is one.
  for (const element of holdsTypedReference(task) ? elementsOf(task, 'Task') : []) {
    if (!isTypedReference(element.value)) continue;
    found.push({ path: `${element.path}.type`, actual: 'Reference.type, as in R4', next: text('Laat type weg: een STU3-Reference kent het niet.', 'Leave type out: an STU3 Reference does not know it.') });
  }
  for (const name of lists) {
    if (task[name] === undefined || Array.isArray(task[name])) continue;
    found.push({ path: `Task.${name}`, actual: 'no list', next: text(`${name} is in JSON een lijst.`, `${name} is a list in JSON.`) });
  }
  return found;
}
