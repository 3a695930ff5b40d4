import Fastify from 'fastify';

/** The yardstick: a bare Fastify handler over the same mutual TLS, that parses the same JSON and answers with as many bytes. */
export async function bareServer(identity: { readonly certificate: string; readonly key: string }, anchors: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const app = Fastify({ https: { key: identity.key, cert: identity.certificate, ca: anchors, requestCert: true, rejectUnauthorized: false } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/*', async (request, reply) => {
    const task = JSON.parse((request.body as Buffer).toString('utf8'));
    return reply.code(201).header('content-type', 'application/fhir+json; charset=utf-8').header('location', 'https://localhost/Task/1').send(JSON.stringify({ ...task, id: '1' }));
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => app.close() };
}
