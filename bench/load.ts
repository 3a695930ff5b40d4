import { open, type Address } from './connection.ts';

/** A server with the requests that it gets, whole and ready, in turn. */
export interface Target extends Address {
  readonly requests: readonly Buffer[];
  /** Resolves when the server has nothing more to do for what it answered. */
  settled(): Promise<void>;
  /** Milliseconds of processor time that it used; NaN where the system does not tell. */
  processor(): number;
}
/** `perSecond` counts until the server was done, `milliseconds` of each request to the end of its answer; `client`: part of one core that the client used; `processor`: milliseconds of processor time of the server for a request. */
export interface Measured { readonly requests: number; readonly perSecond: number; readonly milliseconds: readonly number[]; readonly client: number; readonly processor: number; readonly spoken: string }

const next = new WeakMap<Target, number>();
function requestOf(target: Target): Buffer {
  const at = next.get(target) ?? 0;
  next.set(target, (at + 1) % target.requests.length);
  return target.requests[at]!;
}
function created(status: number): void { if (status !== 201) throw new Error(`expected 201, got ${status}`); }
const seconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000_000;

/** As many as possible on so many kept-alive connections, for so long and until so many. The handshakes are not counted. */
export async function closedLoop(target: Target, forMs: number, connections: number, atLeast = 0): Promise<Measured> {
  const opened = await Promise.all(Array.from({ length: connections }, () => open(target)));
  const milliseconds: number[] = [];
  const used = process.cpuUsage();
  const before = target.processor();
  const began = performance.now();
  await Promise.all(opened.map(async (connection) => {
    for (let start = began; start < began + forMs || milliseconds.length < atLeast;) {
      created(await connection.post(requestOf(target)));
      const done = performance.now();
      milliseconds.push(done - start);
      start = done;
    }
  }));
  const client = seconds(process.cpuUsage(used)) / ((performance.now() - began) / 1000);
  await target.settled();
  const took = (performance.now() - began) / 1000;
  const processor = (target.processor() - before) / milliseconds.length;
  for (const connection of opened) connection.close();
  return { requests: milliseconds.length, perSecond: milliseconds.length / took, milliseconds, client, processor, spoken: opened[0]!.spoken };
}
/** A fixed rate for so long, whatever the answers do: a request that finds no free connection waits, and its waiting counts. */
export async function fixedRate(target: Target, perSecond: number, forMs: number): Promise<Measured> {
  const free = await Promise.all(Array.from({ length: 16 }, () => open(target)));
  const opened = [...free];
  const queue: { readonly start: number; done(): void }[] = [];
  const milliseconds: number[] = [];
  const send = async (start: number, done: () => void): Promise<void> => {
    const connection = free.shift();
    if (connection === undefined) { queue.push({ start, done }); return; }
    created(await connection.post(requestOf(target)));
    milliseconds.push(performance.now() - start);
    free.push(connection);
    done();
    const waiting = queue.shift();
    if (waiting !== undefined) await send(waiting.start, waiting.done);
  };
  const used = process.cpuUsage();
  const before = target.processor();
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let at = 0; at < (perSecond * forMs) / 1000; at++) {
    const wait = began + (at * 1000) / perSecond - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    all.push(new Promise<void>((resolve, reject) => { send(performance.now(), resolve).catch(reject); }));
  }
  await Promise.all(all);
  const took = (performance.now() - began) / 1000;
  const client = seconds(process.cpuUsage(used)) / took;
  await target.settled();
  const processor = (target.processor() - before) / milliseconds.length;
  for (const connection of opened) connection.close();
  return { requests: milliseconds.length, perSecond: milliseconds.length / took, milliseconds, client, processor, spoken: opened[0]!.spoken };
}
/** A new TLS connection for each request, one after the other. */
export async function newConnections(target: Target, forMs: number): Promise<Measured> {
  const milliseconds: number[] = [];
  let spoken = '';
  const used = process.cpuUsage();
  const before = target.processor();
  const began = performance.now();
  for (let start = began; start < began + forMs;) {
    const connection = await open(target);
    ({ spoken } = connection);
    created(await connection.post(requestOf(target)));
    connection.close();
    const done = performance.now();
    milliseconds.push(done - start);
    start = done;
  }
  const client = seconds(process.cpuUsage(used)) / ((performance.now() - began) / 1000);
  await target.settled();
  return { requests: milliseconds.length, perSecond: milliseconds.length / ((performance.now() - began) / 1000), milliseconds, client, processor: (target.processor() - before) / milliseconds.length, spoken };
}
