import { isObject } from '../json.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Session } from './session.ts';
import { say, shown } from './texts.ts';

const asker = { profile: 'http://hl7.org/fhir/StructureDefinition/Coding', element: 'Coding.code' };

/**
 * A coding by its own code system, where that is loaded completely (FHIR R4 and STU3, Coding.code: "a symbol in syntax defined by the system").
 * A warning, as a later edition of the system may have the code. Other words than the system's own are only told: translations are usual.
 */
export function checkCoding(session: Session, item: Item): void {
  const { value } = item;
  if (!isObject(value) || typeof value.system !== 'string' || typeof value.code !== 'string') return;
  const { terminology } = session.env;
  const version = typeof value.version === 'string' ? value.version : undefined;
  const known = terminology.checkSystem?.(value.system, value.code, version).kind;
  if (known === 'unknown') {
    report(session, item, { code: 'code-unknown', severity: 'warning', below: ['code'], asker, actual: shown(`${value.system}|${value.code}`), expected: say(`een code uit codesysteem ${value.system}`, `a code from code system ${value.system}`) });
    return;
  }
  if (known !== 'known' || typeof value.display !== 'string') return;
  if (terminology.checkDisplay?.({ system: value.system, code: value.code, display: value.display }) !== 'differs') return;
  report(session, item, { code: 'display-differs', severity: 'information', below: ['display'], asker: { ...asker, element: 'Coding.display' }, actual: shown(value.display), expected: say(`een weergave volgens ${value.system}`, `a display as ${value.system} has it`) });
}
