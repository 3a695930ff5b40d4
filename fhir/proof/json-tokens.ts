/**
 * What a JSON text says, read by the platform's own parser: members in the order of their names (order says nothing in
 * JSON), items in their order, numbers by their text.
 * @throws on JSON that is not well-formed
 */
export function jsonTokens(text: string): string[] {
  const tokens: string[] = [];
  // The source text of a number is given to revivers since V8 11.4; the types do not know it yet.
  const reviver = (_key: string, value: unknown, context?: { readonly source?: string }): unknown => typeof value === 'number' ? new NumberText(context!.source!) : value;
  walk(JSON.parse(text, reviver as (key: string, value: unknown) => unknown), tokens);
  return tokens;
}

class NumberText {
  readonly text: string;
  constructor(text: string) { this.text = text; }
}

function walk(value: unknown, tokens: string[]): void {
  if (value instanceof NumberText) { tokens.push(value.text); return; }
  if (Array.isArray(value)) {
    tokens.push('[');
    for (const item of value) walk(item, tokens);
    tokens.push(']');
    return;
  }
  if (typeof value !== 'object' || value === null) { tokens.push(JSON.stringify(value)); return; }
  tokens.push('{');
  for (const [name, member] of Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1)) {
    tokens.push(`${name}:`);
    walk(member, tokens);
  }
  tokens.push('}');
}
