import { exportPki } from '../../fixtures/pki/index.ts';
import { ownPki } from '../own-pki.ts';
import { writingTo } from '../system-error.ts';

/** `toetssteen pki <folder>`: what a vendor installs in the XIS. */
export async function pki(options: { readonly folder: string; readonly out: (line: string) => void }): Promise<number> {
  const opened = await ownPki({ now: Date.now() }, null);
  await writingTo(options.folder, null, () => exportPki(opened, options.folder));
  options.out(`${options.folder}: zie README.txt / see README.txt`);
  return 0;
}
