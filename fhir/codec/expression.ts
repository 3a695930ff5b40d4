import type { Definitions } from '../definitions/definitions.ts';
import type { JsonPath } from '../json.ts';
import { plansOf } from './plan.ts';
import type { TypePlan } from './plan.ts';

/**
 * A place in the JSON shape as FHIRPath: `['entry', 3, 'resource', '_birthDate', 'extension', 0]` in a Bundle is
 * `Bundle.entry[3].resource.birthDate.extension[0]`; `valueQuantity` is `value`. Names that no definition knows stay as they are.
 */
export function expressionOf(definitions: Definitions, resource: unknown, path: JsonPath): string {
  const plans = plansOf(definitions);
  let value = resource;
  let plan: TypePlan | null = planAt(value);
  let expression = typeName(value) ?? '';
  for (const step of path) {
    value = typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
    if (typeof step === 'number') { expression += `[${step}]`; plan = plan ?? planAt(value); continue; }
    const name = step.startsWith('_') ? step.slice(1) : step;
    const child = plan?.children.get(name);
    expression += (expression === '' ? '' : '.') + (child?.base ?? name);
    plan = child?.kind === 'resource' ? planAt(value) : child?.plan ?? null;
  }
  return expression;

  function planAt(one: unknown): TypePlan | null {
    const name = typeName(one);
    return name === undefined ? null : plans.resource(name);
  }
}

function typeName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, 'resourceType')) return undefined;
  const name = (value as { resourceType: unknown }).resourceType;
  return typeof name === 'string' ? name : undefined;
}
