#!/usr/bin/env node
// JavaScript, so that an older Node can read it and say what is missing, and so that Node loads nothing to strip types before its cache is on.
const [major] = process.versions.node.split('.').map(Number);
if ((major ?? 0) < 24) {
  console.error(`Toetssteen heeft Node 24 of nieuwer nodig; dit is Node ${process.versions.node}. In een checkout brengt \`npm ci\` Node 24 mee: gebruik \`npm run demo\` of \`npm run toetssteen -- …\`.\nToetssteen needs Node 24 or newer; this is Node ${process.versions.node}. In a checkout \`npm ci\` brings Node 24: use \`npm run demo\` or \`npm run toetssteen -- …\`.`);
  process.exit(2);
}
// Whoever reads our lines may stop reading (`| head`): that ends no run and shows no stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
// What Node compiled is kept for the next start, for this user only; without a place for it nothing changes.
const { enableCompileCache, flushCompileCache } = await import('node:module');
const { compileCacheDirectory } = await import('./compile-cache.js');
enableCompileCache(compileCacheDirectory());
// Written once everything is loaded, and not only at the end: a run that is killed leaves it too, and nobody waits for it after the report.
setTimeout(() => flushCompileCache(), 5000).unref();
// Loaded only now: an older Node would not even read the rest.
const { program } = await import('./program.ts');
await program().parseAsync();
export {};
