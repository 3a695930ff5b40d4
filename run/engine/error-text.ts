/** An error of our own as a report tells it: with the place in the code where it came up, as far as known. */
export function errorText(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}
