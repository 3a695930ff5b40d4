import type { Clock } from '../model/clock.ts';

/**
 * One piece of work's hold on the clock. While it waits for an answer of another party that takes long in real
 * time, it can be paused: that party may itself be waiting on the same (virtual) clock.
 */
export interface Holding {
  pause(): void;
  resume(): void;
  release(): void;
}

export function holdClock(clock: Clock): Holding {
  let letGo: (() => void) | null = clock.hold();
  let ended = false;
  const drop = () => { letGo?.(); letGo = null; };
  return {
    pause: drop,
    resume: () => { if (!ended) letGo ??= clock.hold(); },
    release: () => { ended = true; drop(); },
  };
}
