/** Query of a conditional update of what we sent: `?identifier=<system>|<value>` of the Task, encoded as a search parameter. */
export function byIdentifier(task: Readonly<Record<string, any>>): string {
  const { system, value } = task.identifier[0];
  return `?identifier=${encodeURIComponent(`${system}|${value}`)}`;
}
