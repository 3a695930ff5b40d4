/** One file of a package: its path with forward slashes, relative, without `.` or `..`. */
export interface SourceFile { readonly path: string; readonly bytes: Uint8Array }

/** Relative, no step up, no drive, no control characters; nothing of a package is ever written under its own name all the same. */
export function safePath(path: string): string | null {
  const parts = path.replace(/^(\.\/)+/, '').split('/').filter((part) => part !== '');
  if (parts.length === 0 || path.startsWith('/') || path.length > 1000) return null;
  if (parts.some((part) => part === '.' || part === '..' || /[\\\u0000-\u001f:]/.test(part))) return null;
  return parts.join('/');
}
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
