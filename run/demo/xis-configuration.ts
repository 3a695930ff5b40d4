import { organisations } from '../../fixtures/organisations.ts';
import { personas } from '../../fixtures/personas/index.ts';
import type { Pki, SigningAlgorithm } from '../../fixtures/pki/index.ts';

/** Configuration of the reference XIS as Testziekenhuis Noord, with our simulators as its world. Plain data: it may cross a process. */
export function xisConfiguration(options: {
  readonly pki: Pki; readonly now: number; readonly simulators: string; readonly secret: string; readonly tokenLifetimeSeconds: number;
  readonly queryList?: 'bgz-1' | 'bgz-2-alpha'; readonly variants?: readonly string[]; readonly defects?: readonly string[]; readonly alg?: SigningAlgorithm;
  readonly notificationContent?: 'inline-inputs' | 'workflow-task' | 'both';
}) {
  const { pki } = options;
  const alg = options.alg ?? 'ES256';
  const identity = pki.identity('sut');
  const own = organisations.find((one) => one.playedBy === 'sut')!;
  const partner = (ura: string, name: 'harness-receiver' | 'harness-sender' | 'harness-third') => ({ ura, keys: (['ES256', 'ES512', 'PS256'] as const).map((one) => pki.signingKey(name, one).publicJwk) });
  return {
    organisation: { ura: own.ura, name: own.name, systemOid: own.systemOid },
    listen: { host: '127.0.0.1', port: 0 }, control: { host: '127.0.0.1', port: 0, secret: options.secret },
    tls: { key: identity.key, certificate: identity.certificate, anchors: pki.anchors, crls: pki.crls },
    signing: { sender: { privateJwk: pki.signingKey('sut-sender', alg).privateJwk, alg }, receiver: { privateJwk: pki.signingKey('sut-receiver', alg).privateJwk, alg } },
    personas, runDay: options.now, addressing: { kind: 'zorg-ab' as const, base: `${options.simulators}/t1/zorg-ab/zab-ro/fhir` },
    partners: [partner('90000022', 'harness-receiver'), partner('90000044', 'harness-sender'), partner('90000055', 'harness-third')],
    tokenLifetimeSeconds: options.tokenLifetimeSeconds, queryList: options.queryList ?? 'bgz-2-alpha', notificationContent: options.notificationContent ?? 'both',
    autoPull: false, variants: options.variants ?? [], defects: options.defects ?? [],
  };
}
