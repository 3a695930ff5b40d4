import { readFileSync } from 'node:fs';
import type { XisConfig } from './config.ts';
import { messageOf } from './listener.ts';
import { realClock } from './real-clock.ts';
import { startXis } from './start.ts';

const usage = 'Usage: node reference-xis/main.ts <config.json> [--end-with-stdin]\n';

/** Starts the XIS of a configuration file, prints one JSON line when it is ready, and ends on SIGTERM, SIGINT or (on request) the end of stdin. */
async function main(parameters: readonly string[]): Promise<void> {
  const file = parameters.find((parameter) => !parameter.startsWith('--'));
  if (!file) return fail(usage);
  const config = readConfig(file);
  if (!config) return;
  const xis = await startXis(config, { clock: realClock, log: (line) => process.stderr.write(`${line}\n`) });
  const end = () => { void xis.close().then(() => process.exit(0)); };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (parameters.includes('--end-with-stdin')) process.stdin.resume().once('end', end).once('close', end);
  process.stdout.write(`${JSON.stringify({ ready: true, origin: xis.origin, controlUrl: xis.controlUrl, accessLogUrl: xis.accessLogUrl, jwks: xis.jwks })}\n`);
}

function readConfig(file: string): XisConfig | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as XisConfig;
  } catch (error) {
    fail(`The configuration ${file} cannot be read: ${messageOf(error)}\n`);
    return undefined;
  }
}
function fail(text: string): void {
  process.stderr.write(text);
  process.exitCode = 2;
}

await main(process.argv.slice(2)).catch((error: unknown) => fail(`The reference XIS did not start: ${messageOf(error)}\n`));
