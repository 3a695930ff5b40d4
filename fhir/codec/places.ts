import type { JsonPath } from '../json.ts';

/** Told by a reader where each value of the JSON shape begins in the text. */
export type NotePlace = (container: object, key: string | number, offset: number) => void;

/** Offsets of values by container and key, made in a second pass over the text when somebody asks for a place. */
export class Places {
  readonly #offsets = new Map<object, Map<string | number, number>>();

  readonly note: NotePlace = (container, key, offset) => {
    const known = this.#offsets.get(container);
    if (known === undefined) this.#offsets.set(container, new Map([[key, offset]]));
    // An array in XML begins with its first element; in JSON the last of doubled keys is the one read.
    else known.set(key, offset);
  };

  /** Offset of the value, or of its nearest ancestor that stands in the text: a missing element has no place of its own. */
  find(root: object, rootOffset: number, path: JsonPath): number {
    let container: unknown = root;
    let offset = rootOffset;
    for (const step of path) {
      if (typeof container !== 'object' || container === null) return offset;
      const offsets = this.#offsets.get(container);
      // `_status` and `status` are one element.
      const own = offsets?.get(step) ?? (typeof step === 'string' ? offsets?.get(step.startsWith('_') ? step.slice(1) : `_${step}`) : undefined);
      if (own === undefined) return offset;
      offset = own;
      container = Object.hasOwn(container, step) ? (container as Record<string | number, unknown>)[step] : undefined;
    }
    return offset;
  }
}
