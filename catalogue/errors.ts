import type { Text } from '../model/text.ts';

/** A mistake in catalogue data or in a question to the catalogue: what was given, what was expected, what to do next. */
export class CatalogueError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.name = 'CatalogueError';
    this.text = text;
  }
}
