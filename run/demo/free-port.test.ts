import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a port on which something can listen at once', async () => {
  const port = await freePort();
  expect(port).toBeGreaterThan(1023);
  const server = createServer();
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(port, '127.0.0.1', resolve); });
  await new Promise((resolve) => { server.close(resolve); });
});
