import type { Json, JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { filled, saysWhyAbsent, type Problem } from './problem.ts';

/**
 * What the shared assertions of the public BgZ-MSZ test scripts ask of each element of a data type (bgz-nen7540.md
 * chapter 7). They are rules of that exchange, not of FHIR: warnings here, weighed by whoever knows the exchange.
 */
const valueSetArc = 'urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2';

/** System and code; and no OID of a zib value set as system. */
export function coding(element: JsonObject): Problem[] {
  const problems: Problem[] = [];
  const { system } = element;
  // A dot or the end: 60.40.20 would be another arc.
  if (typeof system === 'string' && (system === valueSetArc || system.startsWith(`${valueSetArc}.`))) problems.push({
    code: 'value-set-oid-as-system', severity: 'warning', actual: system,
    expected: { nl: 'Het codestelsel van de code, niet de OID van een zib-waardelijst.', en: 'The code system of the code, not the OID of a zib value set.' },
  });
  const missing = ['system', 'code'].filter((name) => !filled(element[name]));
  if (missing.length > 0 && !saysWhyAbsent(element)) problems.push({
    code: 'coding-incomplete', severity: 'warning', actual: `without ${missing.join(' and ')}`, expected: { nl: 'system en code.', en: 'system and code.' },
  });
  return problems;
}

/** A display on a coding, a text or an extension; an extension on a coding, or in place of a text, counts too. */
export function codeableConcept(element: JsonObject): Problem[] {
  if (filled(element.text) || hasExtension(element) || hasExtension(element._text)) return [];
  const codings = Array.isArray(element.coding) ? element.coding.filter(isObject) : [];
  if (codings.some((one) => filled(one.display) || hasExtension(one) || hasExtension(one._display))) return [];
  return [{
    code: 'codeable-concept-without-text', severity: 'warning', actual: codings.length === 0 ? 'nothing to read' : `code ${String(codings[0]!.code)} only`,
    expected: { nl: 'coding.display, text of een extensie.', en: 'coding.display, text or an extension.' },
  }];
}
const hasExtension = (holder: Json | undefined): boolean => isObject(holder) && Array.isArray(holder.extension) && holder.extension.length > 0;

/** A display, or an extension that says why not. */
export function reference(element: JsonObject): Problem[] {
  if (filled(element.display) || saysWhyAbsent(element)) return [];
  const kind = filled(element.reference) ? element.reference.replace(/^.*?([A-Z][A-Za-z]+)\/[^/]+$/, '$1').slice(0, 40) : 'logical reference';
  return [{
    code: 'reference-without-display', severity: 'warning', actual: `${kind} without display`,
    expected: { nl: 'display, of data-absent-reason of iso21090-nullFlavor.', en: 'display, or data-absent-reason or iso21090-nullFlavor.' },
  }];
}

/** A value, and a system or type. */
export function identifier(element: JsonObject): Problem[] {
  if (saysWhyAbsent(element)) return [];
  const missing = [...(filled(element.value) ? [] : ['value']), ...(filled(element.system) || isObject(element.type) ? [] : ['system and type'])];
  if (missing.length === 0) return [];
  return [{ code: 'identifier-incomplete', severity: 'warning', actual: `without ${missing.join(', ')}`, expected: { nl: 'value, en system of type.', en: 'value, and system or type.' } }];
}
