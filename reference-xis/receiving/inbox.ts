import { objectOf, objectsOf, textOf } from '../messages.ts';
import type { JsonObject } from '../messages.ts';

/** A notification that we received. */
export interface Received {
  readonly id: string;
  /** `system|value`. */
  readonly key: string;
  readonly identifier: string;
  readonly senderUra: string;
  /** Patient by the Task, or by the token when the Task names none. */
  readonly bsn: string | null;
  task: JsonObject;
  version: number;
}
export interface Inbox {
  add(entry: Received): void;
  /** By `system|value`, of one sender. */
  byKey(key: string, senderUra: string): readonly Received[];
  /** The last one with this identifier value. */
  latest(identifier: string): Received | undefined;
  find(id: string): Received | undefined;
}

const capacity = 5_000;

export function openInbox(): Inbox {
  const entries: Received[] = [];
  return {
    add(entry) {
      entries.push(entry);
      if (entries.length > capacity) entries.shift();
    },
    byKey: (key, senderUra) => entries.filter((entry) => entry.key === key && entry.senderUra === senderUra),
    latest: (identifier) => entries.findLast((entry) => entry.identifier === identifier),
    find: (id) => entries.find((entry) => entry.id === id),
  };
}

export const isCancelled = (entry: Received) => entry.task['status'] !== 'requested';

/** End of the period in which the data may be fetched, in ms; null: none was given. A bare date lasts its whole day. */
export function periodEnd(task: JsonObject): number | null {
  const text = textOf(objectOf(objectOf(task['restriction'])?.['period'])?.['end']);
  const value = text === undefined ? Number.NaN : Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text);
  return Number.isNaN(value) ? null : value;
}

/** What an input of a Task means for the pull (twiin.md 3.1). */
export interface Offered {
  readonly base: string | null;
  readonly workflowTask: boolean;
  readonly queries: readonly string[];
  readonly resources: readonly string[];
}
const parameterSystem = /^http:\/\/fhir\.nl\/fhir\/(NamingSystem|CodeSystem)\/TaskParameter$/;

export function offeredIn(task: JsonObject): Offered {
  let base: string | null = null;
  let workflow = false;
  const queries: string[] = [];
  const resources: string[] = [];
  for (const input of objectsOf(task['input'])) {
    const codings = objectsOf(objectOf(input['type'])?.['coding']);
    const parameter = codings.find((coding) => parameterSystem.test(textOf(coding['system']) ?? ''))?.['code'];
    const text = textOf(input['valueString']);
    const reference = textOf(objectOf(input['valueReference'])?.['reference']);
    if (parameter === 'authorization-base') base = text ?? null;
    else if (parameter === 'get-workflow-task') workflow = input['valueBoolean'] === true;
    // Other task parameters are unknown here and are left alone.
    else if (parameter === undefined || parameter === 'search-resource' || parameter === 'read-resource') {
      if (text && parameter !== 'read-resource') queries.push(text);
      if (reference && parameter !== 'search-resource') resources.push(reference);
    }
  }
  return { base, workflowTask: workflow, queries, resources };
}
