import type { Variant } from './variants.ts';

/** Legal alternatives that the harness does not take as such yet. A line moves to `variants.ts` once it does. */
export const waitingVariants = [
  { id: 'sends-xml', title: 'Notifies in XML and asks for XML', side: 'both', expectedWarnings: [] },
  { id: 'xml-prefix', title: 'Notifies in XML, and writes XML with a namespace prefix, comments and single quotes', side: 'both', expectedWarnings: [] },
] as const satisfies readonly Variant[];

export type WaitingVariantId = (typeof waitingVariants)[number]['id'];
