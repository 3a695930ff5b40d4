import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../fixtures/testing/temporary-folder.ts';
import { registeredKeys } from './registered-keys.ts';

const key = (kid: string) => ({ kty: 'EC', kid });
const file = (text: string): string => {
  const path = join(temporaryFolder(), 'jwks.json');
  writeFileSync(path, text);
  return path;
};
/** Answers once, with this text. */
async function once(text: string): Promise<string> {
  const server = createServer((_incoming, outgoing) => { outgoing.end(text, () => server.close()); });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
}

test('come from the claim, a file and an address, of all clients together', async () => {
  const jwksUrl = await once(JSON.stringify({ keys: [key('from-address')] }));
  const clients = [{ role: 'twiin-sender', jwks: { keys: [key('a'), key('b')] }, jwksFile: file(JSON.stringify({ keys: [key('from-file')] })) }, { role: 'twiin-receiver', jwksUrl }, { role: 'zorgab-client', issuer: 'https://xis.test' }];
  expect((await registeredKeys(clients, '')).map((one) => one.kid)).toEqual(['a', 'b', 'from-file', 'from-address']);
  expect(await registeredKeys([], '')).toEqual([]);
});
test.each(['[]', '{"keys":{}}', '{"keys"', 'null', '{}'])('what is no JWKS (%s) is said with its place, a file or an address', async (text) => {
  const jwksFile = file(text);
  await expect(registeredKeys([{ role: 'twiin-sender', jwksFile }], '')).rejects.toThrow(`${jwksFile} (ixit.clients) is not a JWKS`);
  const jwksUrl = await once(text);
  await expect(registeredKeys([{ role: 'twiin-sender', jwksUrl }], '')).rejects.toThrow(`${jwksUrl} (ixit.clients) is not a JWKS`);
});
test('an address that does not answer, or may not be asked in the open, is said', async () => {
  await expect(registeredKeys([{ role: 'twiin-sender', jwksUrl: 'http://elsewhere.test/jwks' }], '')).rejects.toThrow('The keys at http://elsewhere.test/jwks (ixit.clients) cannot be read: plain http');
});
