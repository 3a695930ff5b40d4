import { statSync, writeFileSync } from 'node:fs';
import { roleTable } from '../../catalogue/roles.ts';
import { configurationTemplate } from '../../run/configuration/template.ts';
import { writingTo } from '../system-error.ts';
import { UserError } from '../user-error.ts';

/** `toetssteen init`: a commented configuration; an existing file is never overwritten. */
export async function init(options: { readonly config: string; readonly role?: readonly string[]; readonly out: (line: string) => void }): Promise<number> {
  const unknown = options.role?.find((role) => !Object.hasOwn(roleTable, role));
  if (unknown !== undefined) throw new UserError(`De rol ${unknown} is er niet; kies uit ${Object.keys(roleTable).join(', ')}. / There is no role ${unknown}; choose from the same list.`);
  if (await writingTo(options.config, null, () => statSync(options.config, { throwIfNoEntry: false })?.isFile()) === true) throw new UserError(`${options.config} bestaat al en blijft zoals het is. / ${options.config} exists already and stays as it is.`);
  await writingTo(options.config, null, () => writeFileSync(options.config, configurationTemplate(options.role === undefined ? {} : { roles: options.role }), { mode: 0o600 }));
  options.out(`${options.config} geschreven; vul hem in en draai \`toetssteen doctor\`. / ${options.config} written; fill it in and run \`toetssteen doctor\`.`);
  return 0;
}
