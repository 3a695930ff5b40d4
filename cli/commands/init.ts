import { existsSync, writeFileSync } from 'node:fs';
import { configurationTemplate } from '../../run/configuration/template.ts';

/** `toetssteen init`: a commented configuration; an existing file is never overwritten. */
export function init(options: { readonly config: string; readonly role?: readonly string[]; readonly out: (line: string) => void }): number {
  if (existsSync(options.config)) throw new Error(`${options.config} bestaat al en blijft zoals het is. / ${options.config} exists already and stays as it is.`);
  writeFileSync(options.config, configurationTemplate(options.role === undefined ? {} : { roles: options.role }), { mode: 0o600 });
  options.out(`${options.config} geschreven; vul hem in en draai \`toetssteen doctor\`. / ${options.config} written; fill it in and run \`toetssteen doctor\`.`);
  return 0;
}
