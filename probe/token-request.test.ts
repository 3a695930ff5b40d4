import { describe, expect, it } from 'vitest';
import { tokenRequestBody } from './token-request.ts';

describe('tokenRequestBody', () => {
  it('is a form of the four parameters', () => {
    const body = tokenRequestBody({ assertion: 'a.b.c', clientAssertion: 'd.e.f' });
    expect(body).toBe('grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c'
      + '&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=d.e.f');
  });
  it('encodes a scope when there is one', () => {
    expect(new URLSearchParams(tokenRequestBody({ assertion: 'a', clientAssertion: 'b', scope: 'x y&z' })).get('scope')).toBe('x y&z');
    expect(tokenRequestBody({ assertion: 'a', clientAssertion: 'b', scope: '' })).not.toContain('scope');
  });
});
