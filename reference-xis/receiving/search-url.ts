import type { Behaviour } from '../behaviour.ts';

/**
 * The address of an offered search: the text as given, appended to the FHIR base of the sender, with a raw pipe
 * percent-encoded (twiin.md 5.2). Undefined for what is no search, or an absolute address outside that base.
 */
export function searchUrl(offered: string, base: string, behaviour: Behaviour): string | undefined {
  const relative = offered.startsWith(`${base}/`) ? offered.slice(base.length + 1) : offered;
  if (!/^[A-Z][A-Za-z]+(\/(\$|%24)lastn)?(\?[^\s#]*)?$/.test(relative)) return undefined;
  return `${base}/${spelled(relative, behaviour)}`;
}

function spelled(search: string, behaviour: Behaviour): string {
  if (behaviour.defect('query-without-parameters')) return search.split('?')[0]!;
  if (behaviour.defect('query-encoded-twice')) return search.replace(/%/g, '%25');
  if (behaviour.defect('query-decoded') || behaviour.variant('pull-raw-pipe')) return search.replaceAll(/%7C/gi, '|').replaceAll(/%3A/gi, ':').replaceAll(/%2F/gi, '/');
  const safe = search.replaceAll('|', '%7C');
  if (behaviour.variant('pull-fully-encoded')) return systems(safe, '%3A%2F%2F', '%2F');
  if (behaviour.variant('pull-slash-raw')) return systems(safe, '%3A//', '/');
  return behaviour.variant('pull-extra-include') && safe.startsWith('Procedure?') ? `${safe}&_include=Procedure:based-on` : safe;
}
/** Respells the systems in parameter values. */
function systems(search: string, scheme: string, slash: string): string {
  return search.replaceAll(/https?(?::|%3A)(?:\/|%2F){2}[^%&,|]*(?:%2F[^%&,|]*)*/gi, (system) =>
    system.replace(/^(https?)(?::|%3A)(?:\/|%2F){2}/i, '$1\u0000').replaceAll(/\/|%2F/gi, slash).replace('\u0000', scheme));
}
