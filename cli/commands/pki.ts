import { exportPki, openPki } from '../../fixtures/pki/index.ts';

/** `toetssteen pki <folder>`: what a vendor installs in the XIS. */
export async function pki(options: { readonly folder: string; readonly out: (line: string) => void }): Promise<number> {
  const opened = await openPki({ now: Date.now() });
  await exportPki(opened, options.folder);
  options.out(`${options.folder}: zie README.txt / see README.txt`);
  return 0;
}
