/** A decimal of FHIR with the digits as they were written: `70.50` says more than `70.5`. */
export class Decimal {
  readonly text: string;
  /** Throws when `text` is no decimal of FHIR STU3 (datatypes: `-?([0]|([1-9][0-9]*))(\.[0-9]+)?`). */
  constructor(text: string) {
    if (!/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text)) throw new Error(`"${text.slice(0, 40)}" is no decimal.`);
    this.text = text;
  }
}

/** JSON text of a value. Unlike JSON.stringify it writes a decimal as it is. Members that are undefined are left out. */
export function jsonText(value: unknown): string {
  if (value instanceof Decimal) return value.text;
  if (Array.isArray(value)) return `[${value.map((entry) => jsonText(entry ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jsonText(member)}`).join(',')}}`;
}
