import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSigningKey } from '../../fixtures/pki/signing-keys.ts';
import { loadConfiguration, parseConfiguration } from './load.ts';
import { formatProblems } from './problems.ts';

const good = `claim:
  product: Voorbeeld-XIS
  version: 1.10
  supplier: Voorbeeld BV
  roles: [twiin-sender, twiin-receiver, zorgab-client]
  options:
    notificationContent: both
ixit:
  organisation: { ura: 90000011, name: Testziekenhuis Noord, systemId: "urn:oid:2.999.10.1" }
  endpoints:
    resourceBase: https://xis.example/fhir/
    pullTokenEndpoint: https://xis.example/oauth/token
    notificationBase: https://xis.example/fhir
    notifyTokenEndpoint: https://xis.example/oauth/token
  clients:
    - role: twiin-sender
      jwksFile: keys/jwks.json
  personas:
    - key: minimaal
      contentConfirmed: true
    - key: volledig
      bsn: 900186021
    - key: nictiz-c
  triggers:
    twiin-sender:
      kind: webhook
      url: https://xis.example/trigger
      secretFile: secret.txt
`;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toetssteen-load-'));
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'keys/jwks.json'), JSON.stringify({ keys: [makeSigningKey('sut', 'ES256').publicJwk] }));
  writeFileSync(join(folder, 'keys/private.json'), JSON.stringify({ keys: [makeSigningKey('sut', 'ES256').privateJwk] }));
  writeFileSync(join(folder, 'secret.txt'), 'hush-hush\n');
  writeFileSync(join(folder, 'empty.txt'), '');
});
const load = (text: string, environment: Record<string, string> = {}) => parseConfiguration(text, join(folder, 'toetssteen.yaml'), { environment });
const claimOf = (text: string, environment?: Record<string, string>) => {
  const loaded = load(text, environment);
  if (!loaded.ok) throw new Error(formatProblems(loaded.problems, 'toetssteen.yaml', 'en'));
  return loaded.claim;
};
/** The one problem of a configuration in which `from` was replaced. */
const problemOf = (from: string | RegExp, to: string) => {
  expect(good).toMatch(from);
  const loaded = load(good.replace(from, to));
  if (loaded.ok) throw new Error('it loaded');
  expect(loaded.problems, formatProblems(loaded.problems, 't.yaml', 'en')).toHaveLength(1);
  return loaded.problems[0]!;
};

describe('a right configuration', () => {
  it('becomes a claim with its defaults', () => {
    const claim = claimOf(good);
    expect(claim).toEqual({
      packages: [], releases: { twiin: '1.4', bgz: '2.0' },
      ics: {
        product: 'Voorbeeld-XIS', version: '1.10', supplier: 'Voorbeeld BV', parts: [], roles: ['twiin-sender', 'twiin-receiver', 'zorgab-client'],
        profiles: ['twiin-np-stu3'], extraBsns: [],
        options: {
          addressing: 'zorg-ab', workflowTask: true, authorizationBase: true, cancellation: true, renewal: true, notificationContent: 'both',
          formats: ['json'], queryList: 'bgz-1', duplicatesPossible: false, showsMap: false,
        },
      },
      ixit: {
        organisation: { ura: '90000011', name: 'Testziekenhuis Noord', systemId: 'urn:oid:2.999.10.1' },
        endpoints: {
          resourceBase: 'https://xis.example/fhir', notificationBase: 'https://xis.example/fhir',
          pullTokenEndpoint: 'https://xis.example/oauth/token', notifyTokenEndpoint: 'https://xis.example/oauth/token',
        },
        clients: [{ role: 'twiin-sender', jwksFile: join(folder, 'keys/jwks.json') }],
        ourClient: { algorithm: 'ES256', clientAudience: 'token-endpoint' },
        personas: [{ key: 'minimaal', contentConfirmed: true }, { key: 'volledig', bsn: '900186021', contentConfirmed: false }, { key: 'nictiz-c', bsn: '999901370', contentConfirmed: false }],
        triggers: {
          'twiin-sender': { kind: 'webhook', url: 'https://xis.example/trigger', secretFile: join(folder, 'secret.txt') }, 'twiin-receiver': { kind: 'manual' },
        },
        tls: { endsAtProxy: false }, listen: { host: '127.0.0.1', port: 8443 },
        windows: { notification: 60_000, pull: 60_000, absence: 5000, leeway: 300_000, trigger: 60_000, attest: 86_400_000 },
      },
    });
  });
  it('may take a secret from the environment, and one of this machine inline', () => {
    expect(claimOf(good.replace('secretFile: secret.txt', 'secretEnv: HUSH'), { HUSH: 'word' }).ixit.triggers['twiin-sender']).toEqual({ kind: 'webhook', url: 'https://xis.example/trigger', secret: 'word' });
    expect(claimOf(good.replace('https://xis.example/trigger', 'http://127.0.0.1:9/t').replace('secretFile: secret.txt', 'secret: word')).ixit.triggers['twiin-sender']).toMatchObject({ secret: 'word' });
  });
  it('keeps the zero before a BSN, and a BSN under a name', () => {
    expect(claimOf(good.replace('900186021', '012345672')).ixit.personas[1]!.bsn).toBe('012345672');
    expect(claimOf(good.replace('900186021', '123456782').replace('ixit:', '  extraBsns: [{ bsn: 123456782, declaredBy: A. Tester }]\nixit:')).ixit.personas[1]!.bsn).toBe('123456782');
  });
  it('finds a command beside the file', () => {
    const text = good.replace(/kind: webhook\n.*\n.*\n/, 'kind: command\n      command: [./trigger.sh, 1]\n');
    expect(claimOf(text).ixit.triggers['twiin-sender']).toEqual({ kind: 'command', command: [join(folder, 'trigger.sh'), '1'] });
  });
  it('is found by its path', async () => {
    writeFileSync(join(folder, 'toetssteen.yaml'), good);
    expect(await loadConfiguration(join(folder, 'toetssteen.yaml'), { environment: {} })).toMatchObject({ ok: true, file: join(folder, 'toetssteen.yaml') });
  });
});

describe('a wrong configuration', () => {
  it.each([
    ['a wrong URA', 'ura: 90000011', 'ura: 123', 'ixit.organisation.ura', 'Given: "123"; expected: a URA of 8 digits'],
    ['a URA of ours', 'ura: 90000011', 'ura: 90000022', 'ixit.organisation.ura', 'Testziekenhuis Zuid'],
    ['an unknown key', 'product:', 'prodcut: x\n  product:', 'claim.prodcut', 'Did you mean "product"?'],
    ['a key far from all', 'product:', 'colour: x\n  product:', 'claim.colour', 'choose from: product'],
    ['an unknown key in an endpoint', 'resourceBase:', 'resource_base: x\n    resourceBase:', 'ixit.endpoints.resource_base', 'Did you mean "resourceBase"?'],
    ['an unknown key of a trigger', 'secretFile:', 'secrets: x\n      secretFile:', 'ixit.triggers.twiin-sender.secrets', 'Did you mean "secret"?'],
    ['an unknown role', '[twiin-sender, twiin-receiver, zorgab-client]', '[twiin-sender, twiin-reciever, zorgab-client]', 'claim.roles[1]', 'Did you mean "twiin-receiver"?'],
    ['no role', '[twiin-sender, twiin-receiver, zorgab-client]', '[]', 'claim.roles', 'at least one role'],
    ['an unknown profile', 'roles:', 'profiles: [twiin]\n  roles:', 'claim.profiles[0]', 'one of twiin-np-stu3'],
    ['an unknown persona', 'key: volledig', 'key: vol', 'ixit.personas[1].key', 'one of minimaal'],
    ['a persona twice', 'key: volledig', 'key: minimaal', 'ixit.personas[1].key', 'each test patient once'],
    ['a missing product', '  product: Voorbeeld-XIS\n', '', 'claim.product', 'Missing; expected: a text'],
    ['an empty product', 'Voorbeeld-XIS', '', 'claim.product', 'Missing'],
    ['a string for true', 'contentConfirmed: true', 'contentConfirmed: "ja"', 'ixit.personas[0].contentConfirmed', 'true or false'],
    ['a text for a list', 'clients:\n    - role: twiin-sender\n      jwksFile: keys/jwks.json', 'clients: x', 'ixit.clients', 'expected: a list'],
    ['plain http', 'resourceBase: https:', 'resourceBase: http:', 'ixit.endpoints.resourceBase', 'begins with https://'],
    ['a plain token endpoint', 'pullTokenEndpoint: https:', 'pullTokenEndpoint: http:', 'ixit.endpoints.pullTokenEndpoint', 'begins with https://'],
    ['a webhook over plain http elsewhere', 'url: https:', 'url: http:', 'ixit.triggers.twiin-sender.url', 'to this very machine'],
    ['a trigger of another kind', 'kind: webhook', 'kind: webhok', 'ixit.triggers.twiin-sender.kind', 'Did you mean "webhook"?'],
    ['no notification content', 'notificationContent: both', 'renewal: true', 'claim.options.notificationContent', 'exactly one of inline-inputs, workflow-task, both'],
    ['workflowTask without its content', 'notificationContent: both', 'notificationContent: inline-inputs\n    workflowTask: true', 'claim.options.notificationContent', 'workflow-task or both'],
    ['content without workflowTask', 'notificationContent: both', 'notificationContent: both\n    workflowTask: false', 'claim.options.workflowTask', 'true, for notificationContent is both'],
    ['static addresses of a ZORG-AB client', 'notificationContent: both', 'notificationContent: both\n    addressing: static', 'claim.options.addressing', 'zorgab-client'],
    ['xml alone', 'notificationContent: both', 'notificationContent: both\n    formats: [xml]', 'claim.options.formats', 'at least json'],
    ['a sender without resource base', / {4}resourceBase: .*\n/.source, '', 'ixit.endpoints.resourceBase', 'role twiin-sender is claimed'],
    ['a sender without token endpoint', / {4}pullTokenEndpoint: .*\n/.source, '', 'ixit.endpoints.pullTokenEndpoint', 'role twiin-sender is claimed'],
    ['a receiver without notification base', / {4}notificationBase: .*\n/.source, '', 'ixit.endpoints.notificationBase', 'role twiin-receiver is claimed'],
    ['a receiver without token endpoint', / {4}notifyTokenEndpoint: .*\n/.source, '', 'ixit.endpoints.notifyTokenEndpoint', 'role twiin-receiver is claimed'],
    ['no client keys', / {2}clients:\n.*\n.*\n/.source, '', 'ixit.clients', 'at least one client'],
    ['a client of a role that is not claimed', '[twiin-sender, twiin-receiver, zorgab-client]', '[twiin-receiver]', 'ixit.clients[0].role', 'a claimed role'],
    ['two key places', 'jwksFile: keys/jwks.json', 'jwksFile: keys/jwks.json\n      jwksUrl: https://xis.example/jwks', 'ixit.clients[0]', 'exactly one of jwksFile'],
    ['a key file that is not there', 'keys/jwks.json', 'keys/none.json', 'ixit.clients[0].jwksFile', 'does not exist'],
    ['a private key', 'keys/jwks.json', 'keys/private.json', 'ixit.clients[0].jwksFile', 'holds a private key'],
    ['a key file that is no JSON', 'keys/jwks.json', 'secret.txt', 'ixit.clients[0].jwksFile', 'no JSON object with a list "keys"'],
    ['anchors that are a folder', 'clients:', 'trustAnchors: keys\n  clients:', 'ixit.trustAnchors', 'this is no file'],
    ['anchors without certificate', 'clients:', 'trustAnchors: secret.txt\n  clients:', 'ixit.trustAnchors', 'no readable certificate'],
    ['an empty secret', 'secretFile: secret.txt', 'secretFile: empty.txt', 'ixit.triggers.twiin-sender.secretFile', 'one line of ASCII'],
    ['no secret for another machine', '      secretFile: secret.txt\n', '', 'ixit.triggers.twiin-sender', 'not on this machine'],
    ['a secret variable that is not set', 'secretFile: secret.txt', 'secretEnv: NO_SUCH', 'ixit.triggers.twiin-sender.secretEnv', 'empty or absent'],
    ['two secrets', 'secretFile: secret.txt', 'secretFile: secret.txt\n      secretEnv: PATH_X', 'ixit.triggers.twiin-sender', 'at most one'],
    ['a port out of range', '  personas:', '  listen: { port: 70000 }\n  personas:', 'ixit.listen.port', 'from 1 to 65535'],
    ['an advertised path', '  personas:', '  listen: { advertised: "https://x.example/path" }\n  personas:', 'ixit.listen.advertised', 'without a path'],
    ['a window in words', '  personas:', '  windows: { absence: 5s }\n  personas:', 'ixit.windows.absence', 'milliseconds'],
    ['another release', 'claim:', 'releases: { twiin: 1.5 }\nclaim:', 'releases.twiin', 'expected: 1.4'],
  ])('%s', (_name, from, to, path, words) => {
    // Two of these cause a second problem by their nature; the first in order is the one meant.
    const loaded = load(good.replace(/\\n|\.\*/.test(from) ? new RegExp(from) : from, to));
    if (loaded.ok) throw new Error('it loaded');
    const problem = loaded.problems.find((one) => one.path === path);
    expect(problem, formatProblems(loaded.problems, 't.yaml', 'en')).toBeDefined();
    expect(problem!.message.en).toContain(words);
    expect(problem!.message.nl).not.toBe(problem!.message.en);
    expect(loaded.problems.length).toBeLessThanOrEqual(_name.startsWith('two secrets') ? 2 : 1);
  });
  it('stands where it stands', () => {
    expect(problemOf('ura: 90000011', 'ura: 123')).toMatchObject({ line: 9, column: 24 });
    expect(problemOf('supplier:', 'suplier: x\n  supplier:')).toMatchObject({ line: 4, column: 3 });
    expect(problemOf(/ {4}resourceBase: .*\n/, '')).toMatchObject({ line: 10, column: 3 });
  });
  it('never shows a BSN or a secret', () => {
    const bsn = problemOf('900186021', '123456782');
    expect(bsn.path).toBe('ixit.personas[1].bsn');
    expect(bsn.message.en).toContain('11-test');
    const short = problemOf('900186021', '12345672');
    expect(short.message.en).toContain('leading zeros');
    const secret = problemOf('secretFile: secret.txt', 'secret: hush-hush');
    expect(secret.path).toBe('ixit.triggers.twiin-sender.secret');
    for (const { message } of [bsn, short, secret]) expect(JSON.stringify(message)).not.toMatch(/123456782|12345672|hush/);
  });
  it('tells everything at once, in the order of the file', () => {
    const loaded = load(good.replace('ura: 90000011', 'ura: 1').replace('product: Voorbeeld-XIS', 'product: <naam>').replace('key: volledig', 'key: x'));
    if (loaded.ok) throw new Error('it loaded');
    expect(loaded.problems.map((problem) => problem.path)).toEqual(['claim.product', 'ixit.organisation.ura', 'ixit.personas[1].key']);
    expect(formatProblems(loaded.problems, 'toetssteen.yaml')).toContain('toetssteen.yaml:2:12 claim.product: Opgegeven: "<naam>"; verwacht: ');
  });
  it.each([['', 2], ['hello', 1], ['- a', 1], ['claim: x\nixit: y', 2], ['claim:\nixit:', 2], ['a: "b', 1], ['__proto__: { x: 1 }\nclaim: 1\nixit: 2', 3]])('%j does not crash', (text, count) => {
    const loaded = load(text);
    expect(loaded.ok).toBe(false);
    if (!loaded.ok) expect(loaded.problems).toHaveLength(count);
  });
  it.each([
    ['Latin-1', (text: string) => Buffer.from(text.replace('Voorbeeld BV', 'Zorg\u00eb BV'), 'latin1'), 4, 17, 'is not UTF-8; expected: UTF-8. Save the file as UTF-8'],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 1, 1, 'is not UTF-8 but UTF-16;'],
  ])('says where a file in %s is no UTF-8, rather than testing under a mangled name', async (_name, written, line, column, words) => {
    const file = join(folder, 'other-encoding.yaml');
    writeFileSync(file, written(good));
    const loaded = await loadConfiguration(file);
    expect(loaded).toMatchObject({ ok: false, problems: [{ line, column, message: { en: expect.stringContaining(words) } }] });
  });
  it('reads UTF-8 with a byte order mark', async () => {
    const file = join(folder, 'marked.yaml');
    writeFileSync(file, `\ufeff${good.replace('Voorbeeld BV', 'Zorg\u00eb BV')}`);
    expect(await loadConfiguration(file)).toMatchObject({ ok: true, claim: { ics: { supplier: 'Zorg\u00eb BV' } } });
  });
  it('speaks one language in a message', () => {
    const loaded = parseConfiguration('claim: [1]\nixit: { personas: [{ key: minimaal, bsn: 123 }], clients: { a: 1 } }', join(folder, 'x.yaml'));
    expect(loaded.ok).toBe(false);
    const problems = loaded.ok ? [] : loaded.problems;
    expect(formatProblems(problems, 'x', 'nl')).not.toMatch(/ \/ |\b(a list|a group|digits)\b/);
    expect(formatProblems(problems, 'x', 'nl')).toContain('Opgegeven: een lijst; verwacht: een groep met namen en waarden.');
    expect(formatProblems(problems, 'x', 'en')).toMatch(/Given: a list;[^]*Given: 3 digits;/);
  });
  it('ends the words of the YAML reader before its own begin', () => {
    const loaded = parseConfiguration('a: 1\na: 2\n', join(folder, 'x.yaml'));
    expect(formatProblems(loaded.ok ? [] : loaded.problems, 'x', 'en')).toContain('not valid YAML (Map keys must be unique). Look at');
  });
  it('says so when there is no file', async () => {
    const missing = await loadConfiguration(join(folder, 'none.yaml'));
    expect(missing).toMatchObject({ ok: false, problems: [{ message: { en: expect.stringContaining('does not exist') } }] });
    expect(await loadConfiguration(folder)).toMatchObject({ ok: false, problems: [{ message: { en: expect.stringContaining('EISDIR') } }] });
  });
});
