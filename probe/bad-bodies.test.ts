import { describe, expect, it } from 'vitest';
import { deeplyNested, duplicateKey, malformedJson, notUtf8, oversized, taskInR4, truncatedJson } from './bad-bodies.ts';

const task = {
  resourceType: 'Task', status: 'requested', intent: 'proposal',
  requester: { agent: { identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:oid:2.999.10.4' } }, onBehalfOf: { identifier: { value: '90000044' } } },
  owner: { identifier: { value: '90000011' } }, definitionUri: 'urn:d', context: { reference: 'Encounter/1' }, reason: { text: 'r' },
};
const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('bad bodies', () => {
  it.each([['malformed', malformedJson(task)], ['truncated', truncatedJson(task)]] as const)('%s: UTF-8, but no JSON', (_name, body) => {
    expect(() => JSON.parse(text(body)) as unknown).toThrow(SyntaxError);
  });
  it('oversized: right JSON, as large as asked', () => {
    const body = oversized(task, 100_000);
    expect(body.byteLength).toBeGreaterThan(100_000);
    expect(JSON.parse(text(body))).toMatchObject(task);
  });
  it('not UTF-8: no decoder that is strict takes it, and JSON otherwise', () => {
    const body = notUtf8(task);
    expect(() => text(body)).toThrow();
    expect(JSON.parse(new TextDecoder().decode(body))).toMatchObject(task);
  });
  it('duplicate key: the last value is the right one', () => {
    const body = text(duplicateKey(task, 'status', 'cancelled'));
    expect(body.startsWith('{"status":"cancelled",')).toBe(true);
    expect(JSON.parse(body)).toEqual(task);
  });
  it('deeply nested: as deep as asked, and balanced', () => {
    const body = text(deeplyNested(task, 500));
    expect(body.match(/"extension":\[/g)).toHaveLength(501);
    expect(JSON.parse(body)).toMatchObject(task);
  });
  it('R4: nothing of STU3 is left, and the patient and owner stay', () => {
    const r4 = taskInR4(task);
    expect(r4['requester']).toEqual({ type: 'Organization', identifier: { value: '90000044' } });
    expect(r4).toMatchObject({ owner: { type: 'Organization', identifier: { value: '90000011' } }, instantiatesUri: 'urn:d', encounter: { reference: 'Encounter/1' }, reasonCode: { text: 'r' }, status: 'requested' });
    expect(Object.keys(r4)).not.toEqual(expect.arrayContaining(['definitionUri']));
    expect(r4).not.toHaveProperty('context');
  });
});
