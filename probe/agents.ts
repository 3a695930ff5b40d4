import { createHash } from 'node:crypto';
import { Agent } from 'node:https';
import type { SecureVersion } from 'node:tls';

/** A client's TLS identity, PEM: leaf followed by its intermediates, and its key. */
export interface ClientIdentity { readonly name: string; readonly certificate: string; readonly key: string }
export interface TlsChoice { readonly minVersion?: SecureVersion; readonly maxVersion?: SecureVersion }

/** Shorter than the five seconds after which many servers drop an idle connection, so that we leave first. */
const idleMs = 2_000;

export interface Agents {
  /** The agent that keeps connections for this identity; `fresh`: one whose connection ends with its request. */
  of(identity: ClientIdentity | null, choice: TlsChoice, fresh: boolean): Agent;
  /** How many identities have kept connections. */
  size(): number;
  close(): void;
}

/** Keeps at most `capacity` identities with open connections; the longest unused idle one goes first. */
export function keepAgents(anchors: string, capacity = 12): Agents {
  const kept = new Map<string, Agent>();
  const make = (identity: ClientIdentity | null, choice: TlsChoice, keepAlive: boolean) => new Agent({
    ...(identity ? { cert: identity.certificate, key: identity.key } : {}), ...choice, ca: anchors, keepAlive,
    // The peer's certificate is a fact to judge, not a reason to be silent (TWIIN-NET-01).
    rejectUnauthorized: false,
    // A resumed session shows no certificate chain, and hides whether the identity is still accepted.
    maxCachedSessions: 0,
    ...(keepAlive ? { timeout: idleMs } : {}),
  });
  return {
    of(identity, choice, fresh) {
      if (fresh) return make(identity, choice, false);
      const key = keyOf(identity, choice);
      const agent = kept.get(key) ?? make(identity, choice, true);
      kept.delete(key);
      kept.set(key, agent);
      forget(kept, capacity, agent);
      return agent;
    },
    size: () => kept.size,
    close() {
      for (const agent of kept.values()) agent.destroy();
      kept.clear();
    },
  };
}

function forget(kept: Map<string, Agent>, capacity: number, current: Agent): void {
  for (const [key, agent] of kept) {
    if (kept.size <= capacity) return;
    // Destroying an agent would cut the calls that it is making.
    if (agent === current || Object.keys(agent.sockets).length > 0) continue;
    agent.destroy();
    kept.delete(key);
  }
}
function keyOf(identity: ClientIdentity | null, choice: TlsChoice): string {
  const who = identity ? createHash('sha256').update(identity.certificate).digest('hex') : 'none';
  return `${who}/${choice.minVersion ?? ''}/${choice.maxVersion ?? ''}`;
}
