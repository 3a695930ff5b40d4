import { readFileSync } from 'node:fs';

const here = import.meta.url;
/** Version in package.json, which is one folder up, or two when compiled to `dist/`. */
export const version: string = JSON.parse(readFileSync(new URL(here.includes('/dist/') ? '../../package.json' : '../package.json', here), 'utf8')).version;
