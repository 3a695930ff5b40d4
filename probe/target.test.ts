import { describe, expect, it } from 'vitest';
import { isLoopback, splitUrl } from './target.ts';

describe('splitUrl', () => {
  it.each([
    '/fhir/Observation/$lastn?code=http://loinc.org|85354-9', '/fhir/Condition?code=a%7cb', '/a/../b//c?x=%2F&x=/', "/x?q='[]{}\"<>\\^`",
  ])('keeps the target %s as it is', (target) => {
    expect(splitUrl(`https://xis.example:8443${target}`)).toMatchObject({ host: 'xis.example', port: 8443, authority: 'xis.example:8443', target });
  });
  it.each([
    ['https://xis.example', { port: 443, target: '/' }],
    ['HTTPS://xis.example?a=b', { scheme: 'https', target: '/?a=b' }],
    ['http://[::1]:81/x', { scheme: 'http', host: '::1', port: 81, authority: '[::1]:81' }],
    ['https://xis.example/x?y#part', { target: '/x?y' }],
  ])('reads %s', (url, expected) => { expect(splitUrl(url)).toMatchObject(expected); });
  it('encodes only what no request line can hold', () => {
    expect(splitUrl('https://x.example/Patient?name=Çelik de\tW|\ud800')).toMatchObject({ target: '/Patient?name=%C3%87elik%20de%09W|%EF%BF%BD' });
  });
  it.each(['Condition?x', '', 'ftp://x.example/', 'https://', 'https://a:b@x.example/', 'https://x.example:99999/', 'https://x:y:z/'])('refuses %s', (url) => {
    expect(splitUrl(url)).toHaveProperty('error');
  });
});

describe('isLoopback', () => {
  it.each([['localhost', true], ['127.0.0.1', true], ['127.9.9.9', true], ['::1', true], ['127.example.org', false], ['10.0.0.1', false]] as const)('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});
