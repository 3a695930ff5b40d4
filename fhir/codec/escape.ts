const inAttribute = /[&<>"\t\n\r]/g;
const inText = /[&<>\r]/g;
/** Characters that XML 1.0 cannot hold, not even as a reference (XML 1.0, production 2), lone surrogates apart. */
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const special = /[&<>"\u0000-\u001f\ufffe\uffff\ud800-\udfff]/;

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };
const refer = (character: string): string => references[character]!;

/** Value between double quotes. Line ends and tabs are references, or a reader would make them spaces. What XML cannot hold becomes U+FFFD. */
export const escapeAttribute = (text: string): string => special.test(text) ? possible(text).replace(inAttribute, refer) : text;
export const escapeText = (text: string): string => special.test(text) ? possible(text).replace(inText, refer) : text;
const possible = (text: string): string => text.toWellFormed().replace(impossible, '\ufffd');
/** False when the text would change in XML. */
export const fitsInXml = (text: string): boolean => !special.test(text) || possible(text) === text;
