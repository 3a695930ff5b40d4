/** Search semantics of FHIR STU3 and R4 over lists of resources: one place for all simulators. */
export { createSearch, pageParameter } from './engine.ts';
export type { SearchEngine, SearchOptions } from './engine.ts';
export type { Include } from './include.ts';
export { readSearch, parametersOf } from './read-request.ts';
export type { ReadRequest, ReadSearch } from './read-request.ts';
export type { Parameter, ResourceSource, SearchAnswer, SearchRefusal, SearchRequest } from './request.ts';
export type { SearchParameterFacts } from '../definitions/search-parameter.ts';
