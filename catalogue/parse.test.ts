import { describe, expect, it } from 'vitest';
import { parseRequirements, refuseDuplicates } from './parse.ts';

const entry = (id: string, extra = '') => `- id: ${id}
  source:
    document: A document
    version: "1.0"
    section: "2"
    url: https://example.org/a
  actor: Sender
  level: MUST
  basis: published
  confidence: high
  statement: It sends.
  check: Look.
  use_case: all
  subject: sut
  observe: request
  roles:
    - twiin-sender
  safety: false
  profile: default
  negative: false
${extra}`;

describe('parseRequirements', () => {
  it('keeps every field under the names of the model', () => {
    const text = entry('X-01', '  basis_note: seen\n  review: twin\n');
    expect(parseRequirements('x.yaml', text).requirements[0]).toEqual({
      id: 'X-01', source: { document: 'A document', version: '1.0', section: '2', url: 'https://example.org/a' }, clause: null, actor: 'Sender', level: 'MUST', basis: 'published',
      confidence: 'high', basisNote: 'seen', statement: 'It sends.', check: 'Look.', useCase: 'all', subject: 'sut', observe: 'request', roles: ['twiin-sender'],
      safety: false, profile: 'default', negative: false, review: 'twin',
    });
  });
  it('takes a clause that a norm holder filled in', () => expect(parseRequirements('x.yaml', entry('X-01', '  clause: "5.2"\n')).requirements[0]?.clause).toBe('5.2'));
  it('names file, line, id and field of a wrong value', () => {
    const text = `# header\n${entry('X-01')}${entry('X-02').replace('level: MUST', 'level: MUSTN')}`;
    expect(() => parseRequirements('x.yaml', text)).toThrow(/x\.yaml:29: X-02: level: /);
  });
  it('names the entry of a missing field and of an unknown one', () => {
    expect(() => parseRequirements('x.yaml', entry('X-01').replace('  actor: Sender\n', ''))).toThrow(/x\.yaml:1: X-01: actor: /);
    expect(() => parseRequirements('x.yaml', entry('X-01', '  colour: red\n'))).toThrow(/x\.yaml:1: X-01: entry: .*colour/);
  });
  it('shows all mistakes at once', () => {
    const text = `${entry('X-01').replace('safety: false', 'safety: perhaps')}${entry('X-02').replace('basis: published', 'basis: heard')}`;
    expect(() => parseRequirements('x.yaml', text)).toThrow(/2 mistake\(s\)[\s\S]*X-01: safety[\s\S]*X-02: basis/);
  });
  it('refuses an id twice in a file', () => expect(() => parseRequirements('x.yaml', entry('X-01') + entry('X-01'))).toThrow(/x\.yaml:21: X-01: duplicate id, first used on line 1/));
  it('refuses what is not YAML, or not a list', () => {
    expect(() => parseRequirements('x.yaml', '- id: "X\n  a: [')).toThrow(/x\.yaml:\d+: /);
    expect(() => parseRequirements('x.yaml', 'id: X-01')).toThrow(/must be a list/);
  });
});

describe('refuseDuplicates', () => {
  it('refuses an id that two files share', () => {
    const [a, b] = ['a.yaml', 'b.yaml'].map((name) => parseRequirements(name, entry('X-01')));
    expect(() => refuseDuplicates([a!, b!])).toThrow(/b\.yaml: X-01: duplicate id, also in a\.yaml/);
    expect(() => refuseDuplicates([a!])).not.toThrow();
  });
});
