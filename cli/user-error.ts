/** Something that the user can put right at once: told as it is, with exit code 2 (3 is kept for errors of the harness). */
export class UserError extends Error { override readonly name = 'UserError'; }

/** 2 for what the user can put right, 3 for what went wrong in the harness. */
export function exitCodeFor(error: unknown): 2 | 3 {
  const name = error instanceof Error ? error.name : '';
  // ListenError: the one thing of the simulators that is the user's, an address or port on which they cannot listen.
  return ['UserError', 'CatalogueError', 'PackageError', 'ListenError'].includes(name) ? 2 : 3;
}
