import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';
import type { Limits } from './limits.ts';
import type { Report } from './findings.ts';

export type XmlTag = SaxesTagNS;
/** Told by the reader, in the order of the text; offsets are of the first `<` and after the last `>`. */
export interface XmlHandler {
  open(tag: XmlTag, start: number): void;
  close(end: number): void;
  /** Character data and CDATA between two tags; `offset` is near its beginning. */
  text(text: string, offset: number): void;
}

class Unreadable extends Error {}

/**
 * Faults of well-formedness that leave the elements as they are: the rest can be judged after them. After any other,
 * what is meant by the tags is a guess.
 */
const harmless = /^(disallowed character\.|undefined entity\.|disallowed character in entity name\.|malformed character entity\.|empty entity name\.|the string "\]\]>"|duplicate attribute:|unbound namespace prefix:|an XML declaration must be at|malformed comment\.)/;
const wellFormed = { nl: 'XML 1.0 met namespaces, welgevormd', en: 'well-formed XML 1.0 with namespaces' };

/**
 * Reads XML with namespaces and tells what it meets. No DTD is read: a document type ends the reading (FHIR XML page:
 * no entities but those of XML itself). Comments and processing instructions are read over.
 * @returns false when the text could not be read to the end of its root element
 */
export function readXml(text: string, limits: Limits, report: Report, handler: XmlHandler): boolean {
  const doctype = doctypeIn(text);
  if (doctype !== null) {
    report({ code: 'doctype', path: [], actual: text.slice(doctype, doctype + 40), expected: { nl: 'XML zonder DOCTYPE', en: 'XML without DOCTYPE' }, offset: doctype });
    return false;
  }
  // Positions in messages are ours; `forceXMLVersion` keeps the rules those of 1.0.
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  let start = 0;
  let previous = 0;
  let depth = 0;
  let closed = false;
  let wrongEnd = false;
  parser.on('error', (error) => {
    report({ code: 'not-well-formed', path: [], actual: error.message, expected: wellFormed, offset: Math.min(parser.position, text.length) });
    if (harmless.test(error.message)) return;
    wrongEnd = error.message.startsWith('unexpected close tag');
    throw new Unreadable();
  });
  parser.on('opentagstart', () => { start = text.lastIndexOf('<', parser.position - 1); });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depth) {
      report({ code: 'nested-too-deep', path: [], actual: String(depth), expected: { nl: `hoogstens ${limits.depth} niveaus`, en: `at most ${limits.depth} levels` }, offset: start });
      throw new Unreadable();
    }
    handler.open(tag, start);
    previous = parser.position;
  });
  parser.on('closetag', () => {
    depth -= 1;
    closed = depth === 0;
    handler.close(parser.position);
    previous = parser.position;
  });
  const characters = (data: string): void => { if (depth > 0) handler.text(data, previous); };
  parser.on('text', characters);
  parser.on('cdata', characters);
  try {
    parser.write(text).close();
    return closed;
  } catch (error) {
    // What follows a whole root element is reported and does it no harm.
    if (error instanceof Unreadable) return closed && !wrongEnd;
    throw error;
  }
}

/** Offset of a document type in the prolog, however it is written; elsewhere it is no XML and the parser refuses it. */
function doctypeIn(text: string): number | null {
  const space = /\s*/y;
  let at = 0;
  for (;;) {
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
    const ends = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null;
    if (ends === null) return /^<!\s*doctype/i.test(text.slice(at, at + 40)) ? at : null;
    const end = text.indexOf(ends, at);
    if (end === -1) return null;
    at = end + ends.length;
  }
}
