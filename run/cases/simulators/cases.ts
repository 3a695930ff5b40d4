import type { Phase, TestCase } from '../../engine/test-case.ts';

/** The harness asks its own address book, as a client would, so that its answers are judged in every run. */
const askDirectory: Phase = {
  name: 'eigen adresboek bevragen',
  run: async (c) => {
    const base = `${new URL(c.nodeUrl('90000022')).origin}/t1/zorg-ab/zab-ro/fhir`;
    const ask = (path: string, headers: Record<string, string> = {}) => c.call({
      method: 'GET', url: `${base}/${path}`, headers: { accept: 'application/fhir+json', ...headers }, identity: 'harness-receiver',
      endpoint: 'directory', role: 'simulator', organisation: '',
    });
    await ask('metadata');
    const ura = 'Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90000022';
    await ask(ura);
    await ask(ura, { 'content-type': 'application/fhir+json' });
    await ask('Organization?identifier=http://fhir.nl/fhir/NamingSystem/ura%7C90009999');
    await ask('Organization?identifier=%7C%7Ckapot%7C');
    await ask('Patient?name=niemand');
    const found = c.entries().findLast((entry) => entry.kind === 'exchange' && entry.request.target.includes('90000022'));
    const bundle = found?.kind === 'exchange' && found.response !== null ? JSON.parse(new TextDecoder().decode(found.response.body)) : {};
    for (const entry of bundle.entry ?? []) {
      await ask(`Organization/${entry.resource.id}`);
      const parent = entry.resource.partOf?.reference;
      if (typeof parent === 'string') await ask(parent);
    }
  },
};
/** An expired assertion at our own authorization server: it must refuse, or the SUT would learn a wrong lesson. */
const askToken: Phase = {
  name: 'eigen autorisatieserver bevragen',
  run: async (c) => {
    const node = c.nodeUrl('90000022');
    for (const spoil of [undefined, 'client-assertion-expired', 'grant-assertion-expired'] as const) {
      const body = await c.signing.tokenRequest({ party: 'harness-sender', ura: '90000044', tokenEndpoint: `${node}/oauth/token`, authorizationServer: node, patientBsn: c.bsn, spoil });
      await c.call({
        method: 'POST', url: `${node}/oauth/token`, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body, identity: 'harness-sender', endpoint: 'token', role: 'simulator',
        organisation: '90000022', ...(spoil === undefined ? {} : { stimulus: { valid: false, name: spoil, expects: 'refuse-token' } as const }),
      });
    }
  },
};
export const simulatorCase: TestCase = {
  id: 'TI-01', role: 'simulator', kind: 'simulator', persona: 'minimaal', addressee: null,
  title: { nl: 'Toetssteen toetst zijn eigen simulatoren', en: 'Toetssteen tests its own simulators' },
  notApplicable: () => null,
  phases: [askDirectory, askToken],
};
export const simulatorCases: readonly TestCase[] = [simulatorCase];
