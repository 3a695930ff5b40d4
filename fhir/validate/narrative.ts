import { SaxesParser } from 'saxes';

/**
 * Faults of a narrative's `div`. FHIR STU3 and R4, Narrative, invariants txt-1 (only basic HTML: formatting, lists, tables, links, images;
 * no scripts, forms, frames, external style sheets, event attributes) and txt-2 (some content that is not white space), both errors.
 */
export type NarrativeFault =
  | { readonly invariant: 'txt-1'; readonly kind: 'not-well-formed' | 'not-a-div' | 'wrong-namespace' | 'doctype'; readonly what: string }
  | { readonly invariant: 'txt-1'; readonly kind: 'element' | 'attribute'; readonly what: string }
  | { readonly invariant: 'txt-2'; readonly kind: 'empty'; readonly what: string };

export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
const elements = new Set(('a abbr acronym b big blockquote br caption cite code col colgroup dd dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre q samp small span strong sub sup'
  + ' table tbody td tfoot th thead tr tt ul var address bdo del ins kbd map area nav article section header footer').split(' '));
const attributes = new Set(('abbr accesskey align alt axis bgcolor border cellhalign cellpadding cellspacing cellvalign char charoff charset cite class colspan compact coords dir headers height href hreflang hspace'
  + ' id lang longdesc name nowrap rel rev rowspan rules scope shape span src start style summary tabindex title type usemap valign value vspace width frame xml:lang xml:space xmlns datetime color size face clear').split(' '));

/** First fault of a narrative, or null. */
export function narrativeFault(div: string): NarrativeFault | null {
  // Entities beyond the five of XML and numeric ones are legal in FHIR's XHTML (`&nbsp;`); the reader does not know them.
  const text = div.replace(/&([A-Za-z][A-Za-z0-9]*);/g, (all, name: string) => (xmlEntities.has(name) ? all : ' '));
  if (/<!DOCTYPE/i.test(text)) return { invariant: 'txt-1', kind: 'doctype', what: 'DOCTYPE' };
  const parser = new SaxesParser({ xmlns: true });
  let fault: NarrativeFault | null = null;
  // That there is one root is for the parser, to which anything else is not well-formed.
  let depth = 0;
  let content = false;
  const found = (one: NarrativeFault): void => { fault ??= one; };
  parser.on('error', (error) => { found({ invariant: 'txt-1', kind: 'not-well-formed', what: error.message.slice(0, 120) }); });
  parser.on('opentag', (tag) => {
    if (depth === 0 && tag.local !== 'div') found({ invariant: 'txt-1', kind: 'not-a-div', what: tag.name });
    depth += 1;
    if (tag.uri !== xhtmlNamespace) found({ invariant: 'txt-1', kind: 'wrong-namespace', what: `${tag.name} ${tag.uri === '' ? '(none)' : tag.uri}` });
    else if (!elements.has(tag.local)) found({ invariant: 'txt-1', kind: 'element', what: tag.name });
    for (const attribute of Object.values(tag.attributes)) {
      const name = attribute.name;
      if (!attributes.has(name) && !name.startsWith('xmlns:') && !name.startsWith('data-')) found({ invariant: 'txt-1', kind: 'attribute', what: `${tag.name}/@${name}` });
      else if ((name === 'href' || name === 'src') && /^\s*(javascript|vbscript):/i.test(attribute.value)) found({ invariant: 'txt-1', kind: 'attribute', what: `${tag.name}/@${name}` });
    }
    if (tag.local === 'img' && (tag.attributes.src !== undefined || tag.attributes.alt !== undefined)) content = true;
  });
  parser.on('closetag', () => { depth -= 1; });
  parser.on('text', (value) => { if (depth > 0 && /\S/.test(value)) content = true; });
  parser.on('cdata', (value) => { if (/\S/.test(value)) content = true; });
  try {
    parser.write(text).close();
  } catch (error) {
    found({ invariant: 'txt-1', kind: 'not-well-formed', what: error instanceof Error ? error.message.slice(0, 120) : '' });
  }
  // Named entities are content too: `&euro;`.
  if (!content && !/&(?!(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|lt|gt|amp|quot|apos);)[A-Za-z][A-Za-z0-9]*;/.test(div)) found({ invariant: 'txt-2', kind: 'empty', what: '' });
  return fault;
}
const xmlEntities = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
