import { Agent, request } from 'node:https';

export interface Target { readonly host: string; readonly port: number; readonly path: string; readonly tls: { readonly cert: string; readonly key: string; readonly ca: string } | { readonly rejectUnauthorized: false }; readonly headers: Readonly<Record<string, string>>; body(): string }
export interface Measured { readonly requests: number; readonly seconds: number; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly statuses: Readonly<Record<string, number>> }

function post(target: Target, agent: Agent | false): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = target.body();
    const sent = request({
      host: target.host, port: target.port, path: target.path, method: 'POST', agent, ...target.tls,
      headers: { ...target.headers, 'content-length': Buffer.byteLength(body) },
    }, (answer) => { answer.resume(); answer.on('end', () => resolve(answer.statusCode ?? 0)); });
    sent.on('error', reject);
    sent.end(body);
  });
}
const quantile = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
function measured(times: number[], statuses: Record<string, number>, seconds: number): Measured {
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds, perSecond: times.length / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95), statuses };
}
/** As many as possible on kept-alive connections: closed loop, bounded in number. */
export async function closedLoop(target: Target, total: number, connections: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let left = total;
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, async () => {
    while (left-- > 0) {
      const start = performance.now();
      const status = await post(target, agent);
      statuses[status] = (statuses[status] ?? 0) + 1;
      times.push(performance.now() - start);
    }
  }));
  agent.destroy();
  return measured(times, statuses, (performance.now() - began) / 1000);
}
/** A fixed rate on kept-alive connections: open loop, so that waiting counts. */
export async function fixedRate(target: Target, perSecond: number, seconds: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  const all: Promise<void>[] = [];
  for (let at = 0; at < perSecond * seconds; at++) {
    const due = began + (at * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const start = performance.now();
    all.push(post(target, agent).then((status) => { statuses[status] = (statuses[status] ?? 0) + 1; times.push(performance.now() - start); }));
  }
  await Promise.all(all);
  agent.destroy();
  return measured(times, statuses, (performance.now() - began) / 1000);
}
/** A new TLS connection for each request. */
export async function newConnections(target: Target, total: number): Promise<Measured> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  for (let at = 0; at < total; at++) {
    const start = performance.now();
    const status = await post(target, false);
    statuses[status] = (statuses[status] ?? 0) + 1;
    times.push(performance.now() - start);
  }
  return measured(times, statuses, (performance.now() - began) / 1000);
}
