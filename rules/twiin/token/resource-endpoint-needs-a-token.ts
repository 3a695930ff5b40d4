import { needsToken } from '../../factories/needs-token.ts';

/** The FHIR endpoint is a protected resource (TTA A&A; twiin.md 4.1). The statement names no status, so every refusal passes. */
export const resourceEndpointNeedsAToken = needsToken({
  id: 'resource-endpoint-needs-a-token', requirements: ['TWIIN-AUT-04'], names: ['no-token'], endpoints: ['resource'],
  title: { nl: 'Zonder token komen er geen gegevens', en: 'Without a token there are no data' },
});
