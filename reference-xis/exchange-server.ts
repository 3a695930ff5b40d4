import { createServer } from 'node:https';
import { constants } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '../model/clock.ts';
import type { Behaviour } from './behaviour.ts';
import type { XisConfig } from './config.ts';
import { listen, requestListener } from './listener.ts';
import type { Listening } from './listener.ts';
import type { Handler } from './messages.ts';
import { json } from './messages.ts';
import { selfSigned } from './self-signed.ts';
import { admission, isStrict, judgePeer, readRevocations } from './tls-peer.ts';
import type { PeerProblem } from './tls-peer.ts';

/** The one mutual TLS listener of the XIS (twiin.md 4.6): who has no good certificate reaches no application. */
export async function startExchangeServer(
  config: XisConfig, behaviour: Behaviour, clock: Clock, handler: Handler, log: (line: string) => void,
): Promise<Listening> {
  const revocations = readRevocations(config.tls.crls, behaviour.defect('tls-crl-misread'));
  const peers = new WeakMap<object, { problem: PeerProblem; requests: number }>();
  const identity = behaviour.defect('tls-server-self-signed') ? await selfSigned(clock.now()) : { key: config.tls.key, cert: config.tls.certificate };
  const inner = requestListener(handler, clock, log);
  const server = createServer({
    ...identity, ca: config.tls.anchors, requestCert: true, rejectUnauthorized: isStrict(behaviour), minVersion: 'TLSv1.2',
    // A resumed session would bring no chain to look up in the revocation lists.
    secureOptions: constants.SSL_OP_NO_TICKET,
  }, (request, response) => {
    const socket = request.socket as TLSSocket;
    const peer = peers.get(socket) ?? { problem: 'none', requests: 0 };
    const verdict = admission(peer.problem, (request.url ?? '/').split('?')[0]!, peer.requests, behaviour);
    peer.requests += 1;
    if (verdict === 'pass') return inner(request, response);
    if (verdict === 'close') return void socket.destroy();
    return requestListener(() => json(400, { error: 'No required client certificate was sent.' }, { connection: 'close' }), clock, log)(request, response);
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    const problem = judgePeer(socket, revocations);
    peers.set(socket, { problem, requests: 0 });
    if (problem === null) return;
    log(`connection with client certificate problem: ${problem}`);
    const everywhere = ['/oauth/token', '/fhir/Task'].every((path) => admission(problem, path, 0, behaviour) === 'close');
    if (everywhere) socket.destroy();
  });
  server.on('tlsClientError', (error) => log(`handshake refused: ${error.message}`));
  return listen(server, config.listen.host, config.listen.port);
}
