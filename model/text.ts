/** A sentence that a tester reads: Dutch first, English beside it (`--lang en`). */
export interface Text { readonly nl: string; readonly en: string }
