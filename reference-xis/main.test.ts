import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { baseConfig, noord, testPki } from './testing/pair.ts';

const program = new URL('./main.ts', import.meta.url).pathname;

describe('the program', () => {
  it('prints one line when it is ready and ends when stdin closes', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'reference-xis-')), 'config.json');
    writeFileSync(file, JSON.stringify(baseConfig(await testPki(), 'sut', noord, 0, { kind: 'static', parties: [] })));
    const child = spawn(process.execPath, [program, file, '--end-with-stdin'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
    expect(JSON.parse(line)).toMatchObject({ ready: true, origin: expect.stringMatching(/^https:/) as string, controlUrl: expect.stringMatching(/trigger$/) as string });
    child.stdin.end();
    expect(await ended).toBe(0);
  });
  it('says what is wrong with the configuration', async () => {
    const child = spawn(process.execPath, [program, '/nergens.json'], { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => { text += chunk.toString(); });
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2);
    expect(text).toMatch(/nergens\.json cannot be read/);
  });
});
