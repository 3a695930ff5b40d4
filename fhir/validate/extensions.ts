import type { ExtensionContext, Structure } from '../definitions/structure.ts';
import { isObject } from '../json.ts';
import { extensionUrls } from './discriminators.ts';
import type { Item } from './item.ts';
import { report } from './session.ts';
import type { Session } from './session.ts';
import { say, shown } from './texts.ts';
import { walkProfile } from './walk-profile.ts';

/**
 * An extension by its definition: FHIR R4 and STU3, Extensibility. An unknown one is legal and only told; in a known one the place
 * (`context`), the difference between extension and modifierExtension and the content are judged.
 */
export function checkExtension(session: Session, item: Item): void {
  structural(session, item);
  const url = isObject(item.value) ? item.value.url : undefined;
  if (typeof url !== 'string' || url === '') return;
  const within = enclosing(item);
  if (!absolute(url)) {
    relative(session, item, url, within);
    return;
  }
  const answer = session.env.profiles.of(url);
  if (answer.kind !== 'ok') {
    unknown(session, item, url, answer.kind === 'broken');
    return;
  }
  const { structure, root } = answer.plan;
  if (structure.type !== 'Extension') {
    report(session, item, { code: 'unknown-extension', severity: 'information', actual: shown(url), expected: say('de canonical van een extensie', 'the canonical of an extension') });
    return;
  }
  const asker = { profile: answer.plan.canonical, element: 'Extension' };
  const modifies = root.element?.isModifier === true;
  if (modifies !== (item.label === 'modifierExtension')) {
    report(session, item, {
      code: 'modifier-extension-misused', severity: 'error', asker, actual: item.label,
      expected: modifies ? say('modifierExtension: deze extensie verandert de betekenis', 'modifierExtension: this extension changes the meaning') : say('extension: deze extensie verandert de betekenis niet', 'extension: this extension does not change the meaning'),
    });
  }
  if (item.parent !== null && !mayStandHere(session, item, structure)) {
    const places = (structure.context ?? []).map((one) => one.expression).join(', ');
    report(session, item, { code: 'extension-not-allowed-here', severity: 'error', asker, actual: `${shown(url)} ${item.parent.base.path}`, expected: say(`een plaats volgens de extensie: ${places}`, `a place that the extension allows: ${places}`) });
  }
  walkProfile(session, item, url);
}
/** ext-1: a value or extensions, not both. */
function structural(session: Session, item: Item): void {
  if (!isObject(item.value)) return;
  let value = false;
  for (const key in item.value) if (key.startsWith('value') || key.startsWith('_value')) { value = true; break; }
  if (value !== (item.value.extension !== undefined)) return;
  report(session, item, {
    code: 'invariant-violated', severity: 'error', invariant: 'ext-1', asker: { profile: 'http://hl7.org/fhir/StructureDefinition/Extension', element: 'Extension' },
    actual: value ? 'value[x], extension' : shown(item.value.url), expected: say('value[x] of extension, één van beide', 'value[x] or extension, one of the two'),
  });
}
const absolute = (url: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(url);
/** The extension around this one. */
function enclosing(item: Item): Item | null { return item.parent !== null && item.parent.type === 'Extension' ? item.parent : null; }

/** Names without a scheme exist only inside an extension that defines them. */
function relative(session: Session, item: Item, url: string, within: Item | null): void {
  const place = { code: 'url-not-absolute', severity: 'error', actual: shown(url) } as const;
  if (within === null) {
    report(session, item, { ...place, expected: say('een absolute url', 'an absolute url') });
    return;
  }
  const defined = definedNames(session, within);
  if (defined === null || defined.has(url)) return;
  report(session, item, { ...place, expected: say(`een onderdeel van de extensie: ${[...defined].join(', ')}`, `a part of the extension: ${[...defined].join(', ')}`) });
}
/** Names of the parts of an extension; null when its definition is not here, or is itself only a part. */
function definedNames(session: Session, extension: Item): ReadonlySet<string> | null {
  const url = isObject(extension.value) ? extension.value.url : undefined;
  if (typeof url !== 'string' || !absolute(url)) return null;
  const answer = session.env.profiles.of(url);
  if (answer.kind !== 'ok') return null;
  const slices = answer.plan.root.children.get('extension')?.slices ?? [];
  return new Set(slices.flatMap((slice) => extensionUrls(session, slice)));
}
function unknown(session: Session, item: Item, url: string, broken: boolean): void {
  const modifier = item.label === 'modifierExtension';
  report(session, item, {
    code: 'unknown-extension', severity: modifier || broken ? 'not-checked' : 'information', actual: shown(url),
    expected: modifier
      ? say('een modifierExtension uit een geladen pakket: zonder definitie is de betekenis van het element niet te toetsen', 'a modifierExtension from a loaded package: without its definition the meaning of the element cannot be tested')
      : say('een extensie uit een geladen pakket; een onbekende extensie mag, en wordt niet getoetst', 'an extension from a loaded package; an unknown extension is allowed, and is not tested'),
  });
}

/** R4 StructureDefinition.context, STU3 contextType and context. What can't be decided is allowed. */
function mayStandHere(session: Session, item: Item, structure: Structure): boolean {
  const { context } = structure;
  if (context === undefined || context.length === 0) return true;
  const parent = item.parent!;
  let places: ReadonlySet<string> | undefined;
  return context.some((one) => (one.kind === 'element' ? (places ??= placesOf(session, parent)).has(elementName(one)) : otherContext(session, parent, one)));
}
function otherContext(session: Session, parent: Item, context: ExtensionContext): boolean {
  if (context.kind === 'extension') {
    if (parent.type !== 'Extension' || !isObject(parent.value)) return false;
    const [url] = context.expression.split('#');
    // A part of an extension may be named by its own path; then the extension around it counts.
    return parent.value.url === url || (context.expression.includes('#') && parent.parent?.type === 'Extension' && isObject(parent.parent.value) && parent.parent.value.url === url);
  }
  const selected = session.env.engine.select(context.expression, parent);
  return selected === null || selected.length === 0 ? selected === null : selected.some((one) => one === parent.value);
}
/** `Patient.contact:a.name[x]` without slices and choice marks. */
function elementName(context: ExtensionContext): string {
  return context.expression.replace(/^.*#/, '').replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '').replace(/:[^.]*/g, '').replace(/\[x\]/g, '');
}
const plainPath = (path: string): string => path.replace(/\[x\]/g, '');
/** All names by which a context may mean this element: its types, and paths from any of its ancestors' types. */
function placesOf(session: Session, element: Item): Set<string> {
  // `Element` is used for resources too: most definitions of R4 core itself carry `structuredefinition-wg`, whose context it is.
  const places = new Set<string>(['*', 'Any', 'Element', ...session.env.base.lineage(element.type), plainPath(element.base.path), plainPath(element.base.rules.path)]);
  let labels = '';
  let names = '';
  for (let one: Item | null = element; one !== null; one = one.parent) {
    if (one !== element) {
      for (const type of session.env.base.lineage(one.type)) { places.add(type + labels); places.add(type + names); }
      places.add(plainPath(one.base.path) + labels);
    }
    if (one.value === one.scope.resource) break;
    labels = `.${one.label}${labels}`;
    names = `.${one.json}${names}`;
  }
  return places;
}
