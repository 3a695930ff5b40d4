/** No usable address was found; the message says what was looked for. */
export class NoAddress extends Error { override readonly name = 'NoAddress'; }
