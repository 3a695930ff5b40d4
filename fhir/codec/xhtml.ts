import { defaultLimits } from './limits.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { fhirNamespace, xhtmlNamespace } from './namespaces.ts';
import { SaxesParser } from 'saxes';

/**
 * Narrative from XML, as it stands in JSON: the text of the `div` as it was, when it can stand alone. One that leans on
 * prefixes or the default namespace of its ancestors is written anew with the XHTML namespace as default.
 * @param source from `<` of the start tag to `>` of the end tag
 * @param plain no prefix is used in it, `xml:` apart
 * @param declares the start tag itself has the XHTML namespace as default
 * @param inherited namespaces in force around it, by prefix
 */
export function standAlone(source: string, plain: boolean, declares: boolean, inherited: ReadonlyMap<string, string>): string {
  if (plain && declares) return source;
  return rewrite(source, inherited) ?? source;
}

/**
 * Narrative from JSON, as it may stand in XML: unchanged when it is one well-formed `div`, with its namespace when that
 * was missing. Anything else could break or forge the message, and becomes text inside a `div`.
 */
export function divForXml(source: string): { readonly xml: string; readonly kept: boolean } {
  const div = source.trim();
  const root = soundDiv(div);
  if (root === 'sound') return { xml: div, kept: div === source };
  if (root === 'no namespace') return { xml: `<div xmlns="${xhtmlNamespace}"${div.slice('<div'.length)}`, kept: false };
  return { xml: `<div xmlns="${xhtmlNamespace}">${escapeText(source)}</div>`, kept: false };
}

function soundDiv(source: string): 'sound' | 'no namespace' | 'unsound' {
  if (!/^<div[\s/>]/.test(source) || !source.isWellFormed()) return 'unsound';
  let depth = 0;
  let deepest = 0;
  let failed = false;
  let namespace = '';
  let ended = 0;
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  parser.on('error', () => { failed = true; });
  parser.on('opentag', (tag) => {
    if (depth === 0) namespace = tag.uri;
    depth += 1;
    deepest = Math.max(deepest, depth);
    // The parser's work on namespaces grows with depth.
    if (deepest > defaultLimits.depth) throw new RangeError('too deep');
  });
  parser.on('closetag', () => { depth -= 1; if (depth === 0) ended = parser.position; });
  try { parser.write(source).close(); } catch { return 'unsound'; }
  if (failed || ended !== source.length) return 'unsound';
  return namespace === xhtmlNamespace ? 'sound' : namespace === '' ? 'no namespace' : 'unsound';
}

/** The same elements with XHTML as default namespace; null when the text cannot be read (which has been reported). */
function rewrite(source: string, inherited: ReadonlyMap<string, string>): string | null {
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true, additionalNamespaces: Object.fromEntries(inherited) });
  const defaults: string[] = [''];
  let failed = false;
  let out = '';
  parser.on('error', () => { failed = true; });
  parser.on('opentag', (tag) => {
    const uri = tag.uri === fhirNamespace || tag.uri === '' ? xhtmlNamespace : tag.uri;
    out += `<${tag.local}`;
    if (uri !== defaults.at(-1)) out += ` xmlns="${escapeAttribute(uri)}"`;
    defaults.push(uri);
    const declared = new Set<string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
      if (attribute.prefix !== '' && attribute.prefix !== 'xml' && !declared.has(attribute.prefix)) {
        declared.add(attribute.prefix);
        out += ` xmlns:${attribute.prefix}="${escapeAttribute(attribute.uri)}"`;
      }
      out += ` ${attribute.name}="${escapeAttribute(attribute.value)}"`;
    }
    out += tag.isSelfClosing ? '/>' : '>';
  });
  parser.on('closetag', (tag) => { defaults.pop(); if (!tag.isSelfClosing) out += `</${tag.local}>`; });
  parser.on('text', (text) => { out += escapeText(text); });
  parser.on('cdata', (text) => { out += escapeText(text); });
  parser.on('comment', (text) => { out += `<!--${text}-->`; });
  parser.on('processinginstruction', ({ target, body }) => { out += `<?${target} ${body}?>`; });
  try { parser.write(source).close(); } catch { return null; }
  return failed ? null : out;
}
