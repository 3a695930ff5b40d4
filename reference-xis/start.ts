import type { JWK } from 'jose';
import type { Clock } from '../model/clock.ts';
import type { TriggerAnswer, TriggerRequest } from '../model/trigger.ts';
import { openAccessLog } from './access-log.ts';
import { openAccessTokens } from './access-tokens.ts';
import { openTokenEndpoint } from './authorization-server.ts';
import { behaviourOf } from './behaviour.ts';
import type { XisConfig } from './config.ts';
import { signingAlgorithms } from './config.ts';
import { startControl } from './control.ts';
import { buildStore } from './dossier/store.ts';
import { runErrand } from './errand.ts';
import { startExchangeServer } from './exchange-server.ts';
import type { Holding } from './holding.ts';
import { identityFor, openSigner } from './jwt-signing.ts';
import { messageOf } from './listener.ts';
import { openOfferBook } from './offers.ts';
import { openInbox } from './receiving/inbox.ts';
import type { Received } from './receiving/inbox.ts';
import { openNotificationEndpoint } from './receiving/notification-endpoint.ts';
import { openPuller } from './receiving/puller.ts';
import { routes } from './routes.ts';
import { CannotDo, openSender } from './sending/sender.ts';
import { openResourceServer } from './serving/resource-server.ts';

export type { XisConfig } from './config.ts';

export interface RunningXis {
  /** `https://host:port`, without trailing slash; also the issuer of its assertions and of its authorization server. */
  readonly origin: string;
  /** POST model/trigger.ts here. */
  readonly controlUrl: string;
  readonly accessLogUrl: string;
  /** Public keys of its clients, to be registered by others. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Ends listeners and connections. */
  close(): Promise<void>;
}

/** Starts the XIS: one mutual TLS listener, one control listener. Rejects with a readable error on a wrong configuration. */
export async function startXis(given: XisConfig, deps: { readonly clock: Clock; readonly log?: (line: string) => void }): Promise<RunningXis> {
  const { clock } = deps;
  const log = deps.log ?? (() => undefined);
  const behaviour = behaviourOf(given.variants, given.defects);
  const config: XisConfig = behaviour.active.reduce<XisConfig>((settings, variant) => ({ ...settings, ...variant.settings }), given);

  let origin = config.listen.advertised?.replace(/\/+$/, '') ?? '';
  const issuer = () => origin;
  const fhirBase = () => `${origin}/fhir`;
  const [senderIdentity, receiverIdentity] = await Promise.all([identityFor(config.signing.sender, behaviour), identityFor(config.signing.receiver, behaviour)]);
  const [senderSigner, receiverSigner] = await Promise.all([openSigner(senderIdentity, behaviour), openSigner(receiverIdentity, behaviour)]);
  const jwks = { keys: [senderSigner.publicJwk, receiverSigner.publicJwk] };

  const store = buildStore(config.personas, config.organisation, config.runDay);
  const offers = openOfferBook(behaviour);
  const tokens = openAccessTokens(clock, behaviour, receiverIdentity, config.tokenLifetimeSeconds, issuer);
  const accessLog = openAccessLog(clock, behaviour);
  const inbox = openInbox();
  const client = { clock, behaviour, ura: config.organisation.ura, issuer };
  const sender = openSender({ config, clock, behaviour, store, offers, fhirBase, tokenClient: { ...client, signer: senderSigner, clientName: 'reference-xis-sender' } });
  const pull = openPuller({ config, clock, behaviour, tokenClient: { ...client, signer: receiverSigner, clientName: 'reference-xis-receiver' } });
  const errandDeps = { tls: config.tls, clock, behaviour };

  const handler = routes({
    behaviour, jwks, name: config.organisation.name, algorithms: signingAlgorithms, issuer,
    token: openTokenEndpoint({ clock, behaviour, partners: config.partners, tokens, offers, issuer, log }),
    notification: openNotificationEndpoint({
      behaviour, tokens, inbox, ura: config.organisation.ura, autoPull: config.autoPull, knownSenders: new Set(config.partners.map((partner) => partner.ura)), base: fhirBase,
      pull: (entry, holding) => pullQuietly(entry, holding),
    }),
    resource: openResourceServer({ clock, behaviour, store, offers, tokens, accessLog, anyBsn: config.personas[0]?.patient.bsn ?? '', base: fhirBase }),
  });
  const exchange = await startExchangeServer(config, behaviour, clock, handler, log);
  origin ||= `https://${urlHost(config.listen.host)}:${exchange.port}`;
  const control = await startControl({ config, clock, accessLog, act, log }).catch(async (error: unknown) => {
    await exchange.close();
    throw error;
  });
  const controlOrigin = `http://${urlHost(config.control.host)}:${control.port}`;

  return {
    origin, controlUrl: `${controlOrigin}/trigger`, accessLogUrl: `${controlOrigin}/access-log`, jwks,
    close: async () => { await Promise.all([exchange.close(), control.close()]); },
  };

  function act(request: TriggerRequest, holding: Holding): Promise<TriggerAnswer> {
    return runErrand(errandDeps, holding, async (errand) => {
      const { patientBsn, otherUra } = request;
      if (request.action === 'send') return told('sent', await sender.send(errand, patientBsn, otherUra, request.availableForSeconds));
      if (request.action === 'renew') return told('renewed', await sender.renew(errand, patientBsn, otherUra));
      if (request.action === 'cancel') return told('cancelled', await sender.cancel(errand, patientBsn, otherUra));
      const entry = inbox.latest(request.notificationIdentifier ?? '');
      if (!entry || entry.senderUra !== otherUra) throw new CannotDo(`No notification with that identifier was received from URA ${otherUra}.`);
      const pulled = await pull(entry, errand);
      const message = pulled.stopped ? `Stopped: ${pulled.stopped}` : `${pulled.received} of ${pulled.asked} offered parts were fetched.`;
      return { done: true, message, notificationIdentifier: entry.identifier };
    });
  }
  async function pullQuietly(entry: Received, holding: Holding): Promise<void> {
    try {
      await runErrand(errandDeps, holding, (errand) => pull(entry, errand));
    } catch (error) {
      log(`pull after notification failed: ${messageOf(error)}`);
    }
  }
}

function told(what: string, offer: { readonly identifier: string; readonly receiverUra: string }): TriggerAnswer {
  return { done: true, message: `The notification to URA ${offer.receiverUra} was ${what}.`, notificationIdentifier: offer.identifier };
}
/** Certificates name loopback; a listener on all addresses is reached there. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
