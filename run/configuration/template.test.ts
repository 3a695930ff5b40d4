import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeSigningKey } from '../../fixtures/pki/signing-keys.ts';
import { parseConfiguration } from './load.ts';
import { configurationTemplate } from './template.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toetssteen-template-'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys: [makeSigningKey('sut', 'ES256').publicJwk] }));
});
const filled = (text: string) => text.replace(/"<([^>]*)>"/g, (_all, what: string) => JSON.stringify(what));
const load = (text: string) => parseConfiguration(text, join(folder, 'toetssteen.yaml'));

describe('configurationTemplate', () => {
  it.each([
    [undefined, ['twiin-sender', 'twiin-receiver', 'zorgab-client']], [['twiin-sender'], ['twiin-sender']],
    [['twiin-receiver'], ['twiin-receiver']], [['zorgab-client'], ['zorgab-client']],
  ])('roles %j: loads once the placeholders are filled', (roles, expected) => {
    const loaded = load(filled(configurationTemplate(roles ? { roles } : {})));
    expect(loaded).toMatchObject({ ok: true, claim: { ics: { roles: expected, profiles: ['twiin-np-stu3'] }, releases: { twiin: '1.4', bgz: '2.0' } } });
  });
  it('does not load before that, and names each placeholder', () => {
    const template = configurationTemplate();
    const loaded = load(template);
    if (loaded.ok) throw new Error('loaded with placeholders');
    expect(loaded.problems).toHaveLength(template.match(/"<[^>]*>"/g)!.length);
    for (const problem of loaded.problems) expect(problem.message.nl).toContain('in plaats van <…>');
  });
  it('comments in examples that load as well', () => {
    const text = filled(configurationTemplate())
      .replace(/parts: \[\]\n((?: {2}# .*\n){3})/, (_all, lines: string) => `parts:\n${lines.replace(/^ {2}# /gm, '   ')}`)
      .replace(/extraBsns: \[\]\n((?: {2}# .*\n){2})/, (_all, lines: string) => `extraBsns:\n${lines.replace(/^ {2}# /gm, '   ')}`)
      .replace(/^( +)# (authorizationServer|accessLog|issuer|clientId|scope|bsn|advertised): /gm, '$1$2: ');
    const loaded = load(text);
    expect(loaded).toMatchObject({
      ok: true, claim: {
        ics: { parts: [{ name: 'Twiin-knooppunt' }], extraBsns: [{ bsn: '123456782' }] },
        ixit: { listen: { advertised: 'https://toetssteen.example:8443' }, ourClient: { clientId: 'toetssteen' }, endpoints: { accessLog: expect.any(String) }, personas: [{ bsn: '999901370' }, {}, {}] },
      },
    });
  });
  it('explains every option in both languages and holds no secret', () => {
    const template = configurationTemplate();
    expect(parse(template)).toHaveProperty('ixit.windows.attest', 86_400_000);
    for (const word of ['secretFile', 'endsAtProxy', 'trustAnchors', 'jwksUrl', 'duplicatesPossible', 'contentConfirmed', 'webhook', 'command', 'manual']) expect(template).toContain(word);
  });
});
