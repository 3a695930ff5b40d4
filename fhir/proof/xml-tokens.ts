import { DOMParser } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';

const xhtml = 'http://www.w3.org/1999/xhtml';
const xmlns = 'http://www.w3.org/2000/xmlns/';
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * What an XML text says, read by a parser that the codec does not use: elements and attributes with their namespaces, and
 * text. Between FHIR elements, white space, comments and processing instructions say nothing; inside XHTML all text and
 * comments count. Prefixes, the order of attributes and the way of escaping say nothing anywhere.
 * @throws on XML that is not well-formed
 */
export function xmlTokens(text: string, leaveOut: { readonly schemaLocation?: boolean } = {}): string[] {
  const document = new DOMParser({ onError: (level, message) => { if (level !== 'warning') throw new Error(message); } }).parseFromString(text, 'text/xml');
  const tokens: string[] = [];
  walk(document.documentElement!, tokens, leaveOut.schemaLocation === true);
  return tokens;
}

function walk(element: Element, tokens: string[], noSchema: boolean): void {
  const inXhtml = element.namespaceURI === xhtml;
  tokens.push(`<{${element.namespaceURI ?? ''}}${element.localName}`);
  const attributes: string[] = [];
  for (const attribute of Array.from(element.attributes)) {
    if (attribute.namespaceURI === xmlns || (noSchema && attribute.namespaceURI === schemaInstance)) continue;
    attributes.push(`@{${attribute.namespaceURI ?? ''}}${attribute.localName}=${attribute.value}`);
  }
  tokens.push(...attributes.sort());
  let text = '';
  const flush = (): void => {
    if (inXhtml ? text !== '' : text.trim() !== '') tokens.push(`"${text}`);
    text = '';
  };
  for (let child: Node | null = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE) { text += child.nodeValue ?? ''; continue; }
    if (child.nodeType === child.ELEMENT_NODE) { flush(); walk(child as Element, tokens, noSchema); }
    else if (child.nodeType === child.COMMENT_NODE && inXhtml) { flush(); tokens.push(`!${child.nodeValue}`); }
  }
  flush();
  tokens.push('>');
}
