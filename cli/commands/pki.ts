import { exportPki, openPki } from '../../fixtures/pki/index.ts';
import { writingTo } from '../system-error.ts';

/** `toetssteen pki <folder>`: what a vendor installs in the XIS. */
export async function pki(options: { readonly folder: string; readonly out: (line: string) => void }): Promise<number> {
  const opened = await openPki({ now: Date.now() });
  await writingTo(options.folder, null, () => exportPki(opened, options.folder));
  options.out(`${options.folder}: zie README.txt / see README.txt`);
  return 0;
}
