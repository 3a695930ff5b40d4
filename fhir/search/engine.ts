import type { Definitions } from '../definitions/definitions.ts';
import type { SearchParameterFacts } from '../definitions/search-parameter.ts';
import type { FhirResource } from '../json.ts';
import { compileCriterion } from './criterion.ts';
import type { Filter, Scope } from './filter.ts';
import { includesOf, readInclude } from './include.ts';
import type { Include } from './include.ts';
import { lastOfEach } from './last-n.ts';
import { defaultLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { searchUrl } from './links.ts';
import { outcomeOf } from './outcome.ts';
import { pageToken, readPageToken } from './page-token.ts';
import { createParameters } from './parameters.ts';
import type { Parameters } from './parameters.ts';
import { refuse, SearchRefused, shown } from './request.ts';
import type { Parameter, Problem, ResourceSource, SearchAnswer, SearchRequest } from './request.ts';
import { shaped } from './shape.ts';
import type { Shape } from './shape.ts';
import { readSort, sorted } from './sort.ts';
import type { Order } from './sort.ts';
import { indexOf } from './store-index.ts';

export interface SearchOptions {
  readonly definitions: Definitions;
  /** Parameters of this server on top of those of the definitions; they win by code. */
  readonly parameters?: readonly SearchParameterFacts[];
  /** Resource types that can be searched; default all. */
  readonly types?: readonly string[];
  /** Parameters that a type offers, `_has` among them; default all that can be executed. Also asked for chains, includes and sorting. */
  readonly offers?: (resourceType: string, code: string) => boolean;
  /** Which includes are carried out; default all. */
  readonly includes?: (include: Include) => boolean;
  /** What becomes of a parameter that is not supported, when the client states no preference: FHIR leaves both open. Default `ignore`. */
  readonly unsupported?: 'ignore' | 'refuse';
  /** Whether ignored parameters are named in an entry of mode `outcome`; default true. */
  readonly noteIgnored?: boolean;
  /** Matches on a page when `_count` says nothing, and at most. Default: all on one page. */
  readonly pageSize?: number;
  /** Whether an answer that is not whole still states the total; default true. */
  readonly totalOnPages?: boolean;
  /** Offset in minutes of times without zone; default 0. */
  readonly zone?: number;
  readonly limits?: Partial<Limits>;
}
/** What a search says, before anything is looked up. */
interface Plan {
  readonly filters: readonly Filter[];
  readonly includes: readonly Include[];
  readonly order: Order | null;
  readonly max: number;
  /** Null: no limit asked. */
  readonly count: number | null;
  readonly total: boolean;
  readonly onlyCount: boolean;
  readonly shape: Shape;
  readonly pageText: string | null;
  /** What was understood and executed, in order: the self link. */
  readonly done: readonly Parameter[];
  readonly ignored: readonly Problem[];
}
export interface SearchEngine {
  /** Answers a search over these resources. Never throws for what a client may send. */
  search(request: SearchRequest, store: ResourceSource, now: number): SearchAnswer;
}
/** Name of the parameter in next links. */
export const pageParameter = '_page';

/**
 * Search as FHIR STU3 or R4 specifies it (which one follows from the definitions), over lists of resources. The engine
 * keeps compiled parameters; resources and lists must not be changed after they were searched, because what was found
 * in them is kept as long as they live.
 */
export function createSearch(options: SearchOptions): SearchEngine {
  const parameters = createParameters(options.definitions, options.parameters ?? []);
  const limits = { ...defaultLimits, ...options.limits };
  const offers = options.offers ?? (() => true);
  return {
    search(request, store, now) {
      try {
        checkType(request, options, parameters);
        const scope: Scope = { definitions: options.definitions, parameters, index: indexOf(store), base: request.base, now, zone: options.zone ?? 0, limits, offers };
        const plan = readPlan(request, scope, options);
        return answer(request, scope, plan, options);
      } catch (error) {
        if (error instanceof SearchRefused) return { kind: 'error', status: error.status, outcome: outcomeOf([error.problem, ...error.more], 'error') };
        throw error;
      }
    },
  };
}
function checkType({ type, parameters, operation }: SearchRequest, { types }: SearchOptions, known: Parameters): void {
  if (type === '') {
    if (!parameters.some(({ name }) => name === '_type')) refuse('_type', 'required', 'A search over all types names them in _type.', 'Een zoekvraag over alle soorten noemt ze in _type.');
    return;
  }
  const offered = types === undefined ? known.isResourceType(type) : types.includes(type);
  if (!offered) refuse('', 'not-supported', `${shown(type)} cannot be searched here.`, `${shown(type)} is hier niet te doorzoeken.`, 404);
  if (operation === '$lastn' && type !== 'Observation') refuse('', 'not-supported', '$lastn is an operation on Observation.', '$lastn is een operatie op Observation.', 404);
}

function readPlan(request: SearchRequest, scope: Scope, options: SearchOptions): Plan {
  const { fhir } = scope.definitions;
  if (request.parameters.length > scope.limits.parameters) refuse('', 'too-costly', `A search has at most ${scope.limits.parameters} parameters.`, `Een zoekvraag heeft hoogstens ${scope.limits.parameters} parameters.`);
  const plan = { filters: [] as Filter[], includes: [] as Include[], order: null as Order | null, max: 1, count: null as number | null, total: true, onlyCount: false, shape: { kind: 'whole' } as Shape, pageText: null as string | null, done: [] as Parameter[], ignored: [] as Problem[] };
  /** Applies a parameter; false when it is not supported. */
  const apply = ({ name, value }: Parameter): boolean => {
    if (request.applied?.has(name) === true || name === '_format' || name === '_pretty') return true;
    if (name === '_type' && request.type === '') { plan.filters.push(typeFilter(value, scope, options)); return true; }
    if (name === '_count') { plan.count = wholeNumber(name, value); return true; }
    if (name === pageParameter) { plan.pageText = value; return true; }
    if (name === 'max' && request.operation === '$lastn') { plan.max = Math.max(1, wholeNumber(name, value)); return true; }
    if (/^_(rev)?include(:|$)/.test(name)) { return applyInclude(readInclude(scope, name, value), plan.includes, options); }
    if (name === '_sort') { const order = readSort(scope, request.type || 'Resource', value); if (order !== null) plan.order = order; return order !== null; }
    if (name === '_summary') return applySummary(value, plan);
    if (name === '_elements') { plan.shape = { kind: 'elements', elements: new Set(value.split(',').slice(0, scope.limits.values)) }; return value !== ''; }
    if (name === '_total' && fhir === 'r4') { oneOf(name, value, ['none', 'estimate', 'accurate']); plan.total = value !== 'none'; return true; }
    const filter = compileCriterion(scope, request.type || 'Resource', name, value);
    if (filter !== null) plan.filters.push(filter);
    return filter !== null;
  };
  for (const parameter of request.parameters) {
    if (parameter.broken) refuse(shown(parameter.name), 'invalid', `${shown(parameter.name)}: a percent sign is not followed by two hexadecimal digits of valid UTF-8.`, `${shown(parameter.name)}: na een procentteken staan geen twee hexadecimale cijfers van geldig UTF-8.`);
    if (parameter.name === '') continue;
    if (parameter.name.length + parameter.value.length > scope.limits.length) refuse(shown(parameter.name), 'too-costly', `${shown(parameter.name)} is longer than ${scope.limits.length} characters.`, `${shown(parameter.name)} is langer dan ${scope.limits.length} tekens.`);
    if (apply(parameter)) plan.done.push(parameter); else plan.ignored.push(unsupported(parameter, request.type));
  }
  if (plan.ignored.length > 0 && handlingOf(request.prefer, options) === 'strict') throw new SearchRefused(400, plan.ignored[0]!, plan.ignored.slice(1));
  return plan;
}
function applyInclude(include: Include | null, to: Include[], { includes }: SearchOptions): boolean {
  if (include === null || includes?.(include) === false) return false;
  to.push(include);
  return true;
}
function applySummary(value: string, plan: { onlyCount: boolean; shape: Shape }): boolean {
  oneOf('_summary', value, ['true', 'text', 'data', 'count', 'false']);
  if (value === 'count') plan.onlyCount = true;
  if (value === 'text' || value === 'data') plan.shape = { kind: value };
  // The tables do not say which elements make a summary: that is said, and the whole resource is given.
  return value !== 'true';
}
function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) refuse(name, 'value', `${name}=${shown(value)}: expected ${allowed.join(', ')}.`, `${name}=${shown(value)}: verwacht ${allowed.join(', ')}.`);
}
function wholeNumber(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) refuse(name, 'value', `${name}=${shown(value)}: expected a whole number.`, `${name}=${shown(value)}: verwacht een geheel getal.`);
  return Number(value);
}
function typeFilter(value: string, { parameters }: Scope, { types }: SearchOptions): Filter {
  const wanted = new Set(value.split(','));
  for (const type of wanted) if (!(types === undefined ? parameters.isResourceType(type) : types.includes(type))) refuse('_type', 'not-supported', `_type=${shown(type)} cannot be searched here.`, `_type=${shown(type)} is hier niet te doorzoeken.`);
  return ({ resourceType }) => wanted.has(resourceType);
}
function unsupported({ name, value }: Parameter, type: string): Problem {
  const what = /^_(rev)?include|^_sort|^_summary/.test(name) ? `${shown(name)}=${shown(value)}` : shown(name);
  return { parameter: name, code: 'not-supported', text: { en: `Search parameter ${what} is not supported${type === '' ? '' : ` on ${type}`} here.`, nl: `Zoekparameter ${what} wordt hier niet ondersteund${type === '' ? '' : ` op ${type}`}.` } };
}
/** `Prefer: handling=strict|lenient`, else what the server does of itself (FHIR R4 HTTP; STU3 likewise). */
function handlingOf(prefer: string | undefined, { unsupported = 'ignore' }: SearchOptions): 'strict' | 'lenient' {
  const stated = /(?:^|[,;\s])handling\s*=\s*"?(strict|lenient)/i.exec(prefer ?? '')?.[1]?.toLowerCase();
  if (stated === 'strict' || stated === 'lenient') return stated;
  return unsupported === 'refuse' ? 'strict' : 'lenient';
}

function answer(request: SearchRequest, scope: Scope, plan: Plan, options: SearchOptions): SearchAnswer {
  const candidates = request.type === '' ? scope.index.types().flatMap((type) => scope.index.ofType(type)) : scope.index.ofType(request.type);
  const selected = candidates.filter((resource) => plan.filters.every((filter) => filter(resource)));
  const found = sorted(request.operation === '$lastn' ? lastOfEach(scope, selected, plan.max) : selected, plan.order);
  const search = plan.done.filter(({ name }) => name !== pageParameter);
  const offset = plan.pageText === null ? 0 : readPageToken(pageParameter, plan.pageText, search);
  const onlyCount = plan.onlyCount || plan.count === 0;
  const size = Math.min(plan.count ?? Infinity, options.pageSize ?? Infinity);
  const page = onlyCount ? [] : found.slice(offset, offset + size);
  const includes = onlyCount ? [] : includesOf(scope, plan.includes, page);
  const more = !onlyCount && offset + size < found.length;
  const link = [
    { relation: 'self', url: searchUrl(request, plan.done) },
    ...(more ? [{ relation: 'next', url: searchUrl(request, [...search, { name: pageParameter, value: pageToken(offset + size, search) }]) }] : []),
  ];
  const whole = onlyCount || page.length === found.length;
  const total = plan.total && (whole || options.totalOnPages !== false) ? { total: found.length } : {};
  const entryOf = (mode: 'match' | 'include') => (resource: FhirResource) => ({
    ...(typeof resource.id === 'string' && { fullUrl: `${request.base}/${resource.resourceType}/${resource.id}` }), resource: shaped(resource, plan.shape, scope.parameters), search: { mode },
  });
  const noted = plan.ignored.length > 0 && options.noteIgnored !== false ? [{ resource: outcomeOf(plan.ignored, 'warning'), search: { mode: 'outcome' } }] : [];
  const entry = [...page.map(entryOf('match')), ...includes.map(entryOf('include')), ...noted];
  return { kind: 'ok', bundle: { resourceType: 'Bundle', type: 'searchset', ...total, link, ...(entry.length > 0 && { entry }) }, found, matches: page, includes };
}
