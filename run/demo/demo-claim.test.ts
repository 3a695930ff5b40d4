import { expect, test } from 'vitest';
import { requirementsFor } from '../../catalogue/roles.ts';
import { organisations } from '../../fixtures/organisations.ts';
import { personaByKey } from '../../fixtures/personas/index.ts';
import { testCases } from '../cases/index.ts';
import { demoClaim } from './demo-claim.ts';

const addresses = { xisOrigin: 'https://127.0.0.1:1', controlUrl: 'http://127.0.0.1:2/trigger', accessLogUrl: 'http://127.0.0.1:2/log', jwks: { keys: [{ kty: 'EC' }] }, secret: 'word', port: 4711 };
test('claims every role that is tested, so that no case is left out', () => {
  const claim = demoClaim(addresses);
  expect(testCases.filter((one) => one.notApplicable(claim) !== null).map((one) => one.id)).toEqual([]);
  expect(new Set(requirementsFor(claim).flatMap((one) => one.roles))).toEqual(new Set(['twiin-sender', 'twiin-receiver', 'zorgab-client', 'bgz-holder', 'api-provider']));
  for (const { key } of claim.ixit.personas) expect(personaByKey(key), key).toBeDefined();
  expect(organisations.find((one) => one.playedBy === 'sut')).toMatchObject({ ura: claim.ixit.organisation.ura, name: claim.ixit.organisation.name });
});
test('addresses, keys and secret are those of the system that was started', () => {
  const { ixit } = demoClaim(addresses);
  const webhook = { kind: 'webhook', url: addresses.controlUrl, secret: 'word' };
  expect(ixit).toMatchObject({ clients: [{ jwks: addresses.jwks }], triggers: { 'twiin-sender': webhook, 'twiin-receiver': webhook }, listen: { host: '127.0.0.1', port: 4711 } });
  expect(ixit.endpoints).toEqual({ notificationBase: 'https://127.0.0.1:1/fhir', resourceBase: 'https://127.0.0.1:1/fhir', notifyTokenEndpoint: 'https://127.0.0.1:1/oauth/token', pullTokenEndpoint: 'https://127.0.0.1:1/oauth/token', authorizationServer: 'https://127.0.0.1:1', accessLog: addresses.accessLogUrl });
});
test('windows, query list and options can differ, and the rest stays', () => {
  const usual = demoClaim(addresses);
  const other = demoClaim(addresses, { windows: { absence: 5 }, queryList: 'bgz-1', options: { renewal: false } });
  expect(other.ixit.windows).toEqual({ ...usual.ixit.windows, absence: 5 });
  expect(other.ics.options).toEqual({ ...usual.ics.options, queryList: 'bgz-1', renewal: false });
});
