/** FHIR STU3, datatypes, decimal. */
export const decimalForm = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

/** A decimal of FHIR with the digits as they were written: `70.50` says more than `70.5`. */
export class Decimal {
  readonly text: string;
  /** Throws when `text` has not the form of a decimal. */
  constructor(text: string) {
    if (!decimalForm.test(text)) throw new Error(`"${text.slice(0, 40)}" is no decimal.`);
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

/** Parses JSON and keeps the digits of decimals that a number would lose, as far as the runtime tells them. Throws SyntaxError. */
export function parseKeepingDecimals(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) => {
    const source = context?.source;
    return typeof value === 'number' && source !== undefined && source !== String(value) && decimalForm.test(source) ? new Decimal(source) : value;
  });
}
