import { expect, test } from 'vitest';
import { ListenError, listenError } from './listen-error.ts';

const at = { host: '127.0.0.1', port: 8443 };
const coded = (code: string): Error => Object.assign(new Error('listen'), { code });

test('what the system says of an address is told in both languages, with what to do', () => {
  expect((listenError(coded('EADDRINUSE'), at) as Error).message).toMatch(/Poort 8443 op 127\.0\.0\.1 is in gebruik.*\/ Port 8443 on 127\.0\.0\.1 is in use/);
  expect((listenError(coded('EACCES'), at) as Error).message).toMatch(/boven 1023.*above 1023/);
  for (const code of ['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']) expect(listenError(coded(code), { ...at, host: 'nergens' })).toMatchObject({ name: 'ListenError', text: { nl: expect.stringContaining('nergens'), en: expect.stringContaining('nergens') } });
});
test('any other error stays as it is', () => {
  const other = coded('EPIPE');
  expect(listenError(other, at)).toBe(other);
  expect(listenError(null, at)).not.toBeInstanceOf(ListenError);
});
