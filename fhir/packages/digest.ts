import { createHash } from 'node:crypto';

/** Hex. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** Hex. */
export const sha512 = (bytes: Uint8Array | string): string => createHash('sha512').update(bytes).digest('hex');
