import { describe, expect, it } from 'vitest';
import { keepAgents } from './agents.ts';

const identity = (name: string) => ({ name, certificate: `certificate of ${name}`, key: 'key' });

describe('keepAgents', () => {
  it('gives one agent for one identity and TLS choice', () => {
    const agents = keepAgents('');
    expect(agents.of(identity('a'), {}, false)).toBe(agents.of(identity('a'), {}, false));
    expect(agents.of(identity('a'), {}, false)).not.toBe(agents.of(identity('b'), {}, false));
    expect(agents.of(identity('a'), {}, false)).not.toBe(agents.of(null, {}, false));
    expect(agents.of(identity('a'), {}, false)).not.toBe(agents.of(identity('a'), { maxVersion: 'TLSv1.2' }, false));
  });
  it('gives a new agent that keeps nothing when asked for a fresh connection', () => {
    const agents = keepAgents('');
    const fresh = agents.of(identity('a'), {}, true);
    expect(fresh).not.toBe(agents.of(identity('a'), {}, false));
    expect(fresh.options.keepAlive).toBe(false);
    expect(agents.size()).toBe(1);
  });
  it('forgets the longest unused identity', () => {
    const agents = keepAgents('', 2);
    const a = agents.of(identity('a'), {}, false);
    const b = agents.of(identity('b'), {}, false);
    expect(agents.of(identity('a'), {}, false)).toBe(a);
    agents.of(identity('c'), {}, false);
    expect(agents.size()).toBe(2);
    expect(agents.of(identity('a'), {}, false)).toBe(a);
    expect(agents.of(identity('b'), {}, false)).not.toBe(b);
  });
  it('never takes away an agent that is calling', () => {
    const agents = keepAgents('', 1);
    const busy = agents.of(identity('a'), {}, false);
    Object.assign(busy.sockets, { 'xis.example:443': [{}] });
    agents.of(identity('b'), {}, false);
    expect(agents.of(identity('a'), {}, false)).toBe(busy);
  });
});
