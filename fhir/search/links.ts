import type { Parameter, SearchRequest } from './request.ts';

/** Address of a search with these parameters, each as it was spelled, or percent-encoded. */
export function searchUrl({ base, type, operation }: Pick<SearchRequest, 'base' | 'type' | 'operation'>, parameters: readonly Parameter[]): string {
  const path = [base, type, operation].filter((part) => part !== undefined && part !== '').join('/');
  const query = parameters.map(({ name, value, spelled }) => spelled ?? `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}
