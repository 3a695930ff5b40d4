import { expect, test } from 'vitest';
import { openPki } from '../../fixtures/pki/index.ts';
import { startXisProcess } from './reference-xis-process.ts';
import { xisConfiguration } from './xis-configuration.ts';

test('a process of its own that says where it is, and that can be stopped more than once', async () => {
  const pki = await openPki({ now: Date.now() });
  const xis = await startXisProcess(xisConfiguration({ pki, now: Date.now(), simulators: 'https://127.0.0.1:9', secret: 'alleen-op-deze-machine', tokenLifetimeSeconds: 60 }));
  expect(xis).toMatchObject({ origin: expect.stringMatching(/^https:\/\//), controlUrl: expect.any(String), jwks: { keys: expect.arrayContaining([expect.anything()]) } });
  await Promise.all([xis.stop(), xis.stop()]);
  await xis.stop();
  expect(() => process.kill(xis.pid, 0)).toThrow();
});
test('one that does not come up tells why', async () => {
  const pki = await openPki({ now: Date.now() });
  await expect(startXisProcess(xisConfiguration({ pki, now: Date.now(), simulators: 'https://127.0.0.1:9', secret: 'alleen-op-deze-machine', tokenLifetimeSeconds: 60, defects: ['nonsense'] }))).rejects.toThrow(/exit code 2.*nonsense/s);
});
