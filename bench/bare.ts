import Fastify from 'fastify';

/**
 * The yardstick: a bare Fastify handler over the same mutual TLS, that parses the same JSON and answers with as many bytes
 * and the same headers. It looks at no certificate and no token, and keeps nothing.
 */
export async function bareServer(identity: { readonly certificate: string; readonly key: string }, anchors: string): Promise<{ readonly port: number; close(): Promise<void> }> {
  const app = Fastify({ forceCloseConnections: true, https: { key: identity.key, cert: identity.certificate, ca: anchors, requestCert: true, rejectUnauthorized: false } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post('/*', async (request, reply) => {
    const task = JSON.parse((request.body as Buffer).toString('utf8'));
    return reply.code(201).headers({ 'content-type': 'application/fhir+json; charset=utf-8', location: 'https://localhost/Task/1/_history/1', etag: 'W/"1"' }).send(JSON.stringify({ ...task, id: '00000000-0000-4000-8000-000000000000' }));
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => app.close() };
}
