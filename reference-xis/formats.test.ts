import { describe, expect, it } from 'vitest';
import { behaviourOf } from './behaviour.ts';
import { formatOfType, mediaType, readResource, represented, wantedFormat } from './formats.ts';
import { outcome } from './messages.ts';

const good = behaviourOf([], []);
const wanted = (accept: string | undefined, target = '/fhir/Flag', behaviour = good) => wantedFormat({ target, headers: accept === undefined ? {} : { accept } }, behaviour);

describe('wantedFormat', () => {
  it.each([
    [undefined, 'json'], ['', 'json'], ['*/*', 'json'], ['application/*', 'json'], ['application/fhir+json', 'json'], ['application/fhir+xml', 'xml'], ['Application/FHIR+XML; charset=utf-8', 'xml'],
    ['application/xml', 'xml'], ['text/xml', 'xml'], ['application/json', 'json'], ['application/fhir+xml, application/fhir+json', 'xml'], ['application/fhir+json, application/fhir+xml', 'json'],
    ['application/fhir+json;q=0.5, application/fhir+xml', 'xml'], ['application/fhir+xml;q=0.9, application/fhir+json;q=0.8', 'xml'], ['*/*;q=0.1, application/fhir+xml', 'xml'],
    ['application/fhir+json;q=0, */*', 'xml'], ['text/html, */*;q=0.1', 'json'], ['text/turtle', null], ['text/html', null], ['application/fhir+xml;q=0', null],
  ])('reads Accept %s as %s', (accept, format) => { expect(wanted(accept)).toBe(format); });
  it.each([['_format=xml', 'xml'], ['_format=application/fhir%2Bxml', 'xml'], ['_format=application/fhir+xml', 'xml'], ['a=b&_format=json', 'json'], ['_format=ttl', null]])('lets %s go before Accept', (query, format) => {
    expect(wanted(format === 'json' ? 'application/fhir+xml' : 'application/fhir+json', `/fhir/Flag?${query}`)).toBe(format);
  });
  it('follows variants and seeded defects', () => {
    const xmlFirst = behaviourOf(['serves-xml-by-default'], []);
    expect([undefined, '*/*', 'application/fhir+json'].map((accept) => wanted(accept, '/', xmlFirst))).toEqual(['xml', 'xml', 'json']);
    expect(wanted('application/fhir+xml', '/', behaviourOf([], ['accept-ignored']))).toBe('json');
    expect([wanted('application/fhir+xml', '/', behaviourOf([], ['xml-refused'])), wanted(undefined, '/', behaviourOf([], ['xml-refused']))]).toEqual([null, 'json']);
  });
});

it('knows the formats of bodies', () => {
  expect(['application/fhir+json; charset="UTF-8"', 'Application/XML', 'application/xml+fhir', 'text/plain', 'xml', '', undefined].map(formatOfType)).toEqual(['json', 'xml', 'xml', undefined, undefined, undefined, undefined]);
});
it('states media types as variants ask', () => {
  expect(mediaType('xml', good)).toBe('application/fhir+xml');
  expect(mediaType('json', behaviourOf(['json-with-charset'], []))).toBe('application/fhir+json; charset="UTF-8"');
  expect(mediaType('xml', behaviourOf(['content-type-charset'], []))).toBe('application/fhir+xml;charset=utf-8');
});

describe('represented', () => {
  const problem = outcome(404, 'not-found', 'Nothing.', { 'x-other': '1' });
  const asked = (accept: string, behaviour = good) => represented(problem, { target: '/fhir/Flag', headers: { accept } }, behaviour);
  it('writes the resource of an answer, errors too, as it was asked', () => {
    expect(asked('application/fhir+xml')).toMatchObject({ status: 404, headers: { 'content-type': 'application/fhir+xml', 'x-other': '1' } });
    expect(readResource(asked('application/fhir+xml').body, 'xml')).toEqual(JSON.parse(problem.body));
    expect(asked('application/fhir+json').body).toBe(problem.body);
  });
  it('writes JSON when it has not what was asked, and leaves other answers alone', () => {
    expect(asked('text/turtle').body).toBe(problem.body);
    const bare = { status: 202, headers: {}, body: '' };
    expect(represented(bare, { target: '/', headers: {} }, good)).toBe(bare);
  });
  it('leaves the namespace out when told so', () => {
    expect(asked('application/fhir+xml', behaviourOf([], ['xml-in-wrong-namespace'])).body).toContain('<OperationOutcome><issue>');
  });
});
