/** Wakes everybody who waits for "something was added to the journal". */
export interface Changes { notify(): void; next(): Promise<void> }
export function openChanges(): Changes {
  let waiting: (() => void)[] = [];
  return {
    notify: () => { const now = waiting; waiting = []; for (const wake of now) wake(); },
    next: () => new Promise((resolve) => waiting.push(resolve)),
  };
}
