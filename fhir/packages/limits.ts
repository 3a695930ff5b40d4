import { PackageError } from './package-error.ts';

/** Bounds of what is taken in as a package, all in bytes but `files`. Packages come from anywhere. */
export interface PackageLimits {
  /** The archive as it comes. */
  readonly archive: number;
  /** All that is in it together. */
  readonly unpacked: number;
  /** One file. */
  readonly file: number;
  /** Files and other entries, those that are not used counted too. */
  readonly files: number;
}
/** FHIR core STU3 and R4 have 4,000 and 4,500 files, at most 54 MB unpacked, the largest file below 1 MB: terminology packages may be ten times that. */
export const defaultPackageLimits: PackageLimits = { archive: 128 * 1024 * 1024, unpacked: 512 * 1024 * 1024, file: 64 * 1024 * 1024, files: 50_000 };

export const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
export const tooLarge = (what: { readonly nl: string; readonly en: string }, limit: number): PackageError => new PackageError('too-large', {
  nl: `${what.nl} is groter dan ${megabytes(limit)} MB`, en: `${what.en} is larger than ${megabytes(limit)} MB`,
});
export const tooManyFiles = (limit: number): PackageError => new PackageError('too-many-files', { nl: `meer dan ${limit} bestanden`, en: `more than ${limit} files` });
