import { SaxesParser } from 'saxes';

/** An element with its namespace resolved. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** Attributes without namespace declarations; those in a namespace are written `{uri}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}
/** The text is no XML that we read; the message says why and holds nothing of the text but a place or a name. */
export class NotXml extends Error { override readonly name = 'NotXml'; }

const depthLimit = 64;

/** Reads XML 1.0 in UTF-8. DTDs and every entity but the five of XML itself are refused. Throws NotXml. */
export function readTree(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: { name: string; namespace: string; attributes: Map<string, string>; children: (XmlElement | string)[] }[] = [];
  let root: XmlElement | undefined;
  const fail = (why: string): never => { throw new NotXml(why); };
  const addText = (piece: string) => {
    const children = open.at(-1)?.children;
    if (!children) return;
    if (typeof children.at(-1) === 'string') children.push(`${String(children.pop())}${piece}`);
    else children.push(piece);
  };
  parser.on('error', (error) => fail(error.message.slice(0, 120)));
  parser.on('doctype', () => fail('a document type declaration is not read here'));
  parser.on('xmldecl', ({ encoding }) => { if (encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) fail('only UTF-8 is read here'); });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    if (open.length === depthLimit) fail(`elements are nested deeper than ${depthLimit}`);
    const attributes = new Map(Object.values(tag.attributes).filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns').map(({ uri, local, value }) => [uri === '' ? local : `{${uri}}${local}`, value]));
    open.push({ name: tag.local, namespace: tag.uri, attributes, children: [] });
  });
  parser.on('closetag', () => {
    const closed = open.pop()!;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  parser.write(text.replace(/^\ufeff/, '')).close();
  return root ?? fail('there is no element');
}
