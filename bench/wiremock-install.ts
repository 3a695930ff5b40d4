/** `npm run bench:wiremock`: brings WireMock for the comparison in `npm run bench`, outside the checkout and its lock file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { findWiremock, wiremockFolder, wiremockVersion } from './wiremock.ts';

mkdirSync(wiremockFolder(), { recursive: true });
// Its script only starts a JVM; the jar is all that is needed.
const { status } = spawnSync('npm', ['install', '--prefix', wiremockFolder(), '--ignore-scripts', '--no-audit', '--no-fund', `wiremock@${wiremockVersion}`], { stdio: 'inherit' });
const found = findWiremock();
console.log('jar' in found ? `WireMock ${wiremockVersion} is there; npm run bench takes it along.` : `The comparison will be skipped: ${found.skipped}`);
process.exit(status ?? 1);
