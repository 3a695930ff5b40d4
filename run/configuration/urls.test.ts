import { describe, expect, it } from 'vitest';
import { hostOf, isBaseUrl, isHttpsUrl, isLocalOrHttps, isLoopbackUrl, isOrigin, portOf, withoutSlash } from './urls.ts';

describe('addresses of a configuration', () => {
  it.each([
    ['https://xis.example/fhir', true, true, true, false, false], ['https://xis.example:8443', true, true, true, false, true],
    ['https://xis.example/fhir/Task', true, false, true, false, false], ['https://xis.example/fhir/metadata/', true, false, true, false, false], ['https://xis.example/task-service', true, true, true, false, false],
    ['https://xis.example/x?y=1', true, false, true, false, false], ['http://xis.example/fhir', false, false, false, false, false],
    ['http://127.0.0.1:9/x', false, false, true, true, false], ['https://[::1]:9/', true, true, true, true, true],
    ['https://a:b@xis.example/', false, false, false, false, false], ['https://xis.example/#x', false, false, false, false, false],
    ['https://<uw adres>/fhir', false, false, false, false, false], ['xis.example', false, false, false, false, false], ['', false, false, false, false, false],
  ])('%s', (url, https, base, local, loopback, origin) => {
    expect([isHttpsUrl(url), isBaseUrl(url), isLocalOrHttps(url), isLoopbackUrl(url), isOrigin(url)]).toEqual([https, base, local, loopback, origin]);
  });
  it('takes hosts, ports and slashes apart', () => {
    expect(hostOf(new URL('https://[::1]:9/'))).toBe('::1');
    expect([portOf(new URL('https://x/')), portOf(new URL('http://x/')), portOf(new URL('https://x:81/'))]).toEqual([443, 80, 81]);
    expect(withoutSlash('https://x/fhir//')).toBe('https://x/fhir');
  });
});
