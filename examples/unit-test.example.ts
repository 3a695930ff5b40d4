// #region readme
import { setupServer } from 'msw/node';
import { createSimulators } from 'toetssteen';

const simulators = await createSimulators();
const server = setupServer(...simulators.handlers);
server.listen();

// What your code does: ask a token, then send a notification to Testziekenhuis Zuid.
const zuid = simulators.node('zuid');
const token = await fetch(zuid.tokenEndpoint, {
  method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: await simulators.tokenRequest('zuid'),
});
const { access_token } = await token.json();
const answer = await fetch(`${zuid.fhirBase}/Task`, {
  method: 'POST', headers: { 'content-type': 'application/fhir+json', authorization: `Bearer ${access_token}` },
  body: JSON.stringify({ resourceType: 'Task', status: 'requested', intent: 'proposal' }),
});

// What you check: the status that you got, and what arrived.
console.log(answer.status, simulators.received('notification').length);
server.close();
// #endregion
