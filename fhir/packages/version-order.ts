/**
 * Orders versions, older first: numbers by value, a pre-release (`-beta.1`) before its release, as in SemVer 2.0.0 (section 11),
 * and also orders what is not SemVer (dates, `2.2.18`, `STU3`) part by part.
 */
export function compareVersions(a: string, b: string): number {
  const [mainA, preA] = halves(a);
  const [mainB, preB] = halves(b);
  const main = compareParts(mainA.split(/[.\-:T]/), mainB.split(/[.\-:T]/), '0');
  if (main !== 0) return main;
  if (preA === undefined || preB === undefined) return preA === preB ? 0 : preA === undefined ? 1 : -1;
  return compareParts(preA.split('.'), preB.split('.'), undefined);
}
/** Dates have hyphens of their own. */
function halves(version: string): [string, string?] {
  const bare = version.trim().replace(/^v(?=\d)/, '').replace(/\+.*$/, '');
  if (/^\d{4}-\d{2}/.test(bare)) return [bare];
  const at = bare.indexOf('-');
  return at === -1 ? [bare] : [bare.slice(0, at), bare.slice(at + 1)];
}
function compareParts(a: readonly string[], b: readonly string[], missing: string | undefined): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const left = a[index] ?? missing;
    const right = b[index] ?? missing;
    if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1;
    const order = comparePart(left, right);
    if (order !== 0) return order;
  }
  return 0;
}
function comparePart(a: string, b: string): number {
  const numeric = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (numeric[0] && numeric[1]) return Math.sign(Number(a) - Number(b));
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether a version answers a wish of a package: exact, `latest`, or `4.0.x` (any patch), as FHIR packages write them. */
export function versionFits(wish: string, version: string): boolean {
  if (wish === version || wish === 'latest') return true;
  if (!/^\d+(\.\d+)*\.[xX*]$/.test(wish)) return false;
  return version.startsWith(wish.slice(0, -1)) && !version.includes('-');
}
/** The newest version that fits, or null. */
export function newestFitting(wish: string, versions: readonly string[]): string | null {
  const fitting = versions.filter((version) => versionFits(wish, version));
  // `latest` is not a pre-release while there is a release.
  const released = fitting.filter((version) => !version.includes('-'));
  const pool = wish === 'latest' && released.length > 0 ? released : fitting;
  return pool.reduce<string | null>((best, version) => (best === null || compareVersions(version, best) > 0 ? version : best), null);
}
