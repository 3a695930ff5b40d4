/**
 * Which mutants are left out, and why: sentences for people. A test that pins their wording would only copy it. Left out are
 * only the *literals* of a sentence: both halves of a `{ nl, en }`, the arguments of `text(nl, en)`, the reason of
 * `notApplicable(why)` and what a `pass(seen)` says it saw. What a violation found (`actual`), its place, requirements, harm and
 * limit are not left out, nor is any condition: a template that holds a choice (`?:`, `??`, `||`, `&&`, an operator) is mutated.
 */

/** The part of a Babel path that we read. */
export interface Path { readonly node: Node; readonly parent: Node | null; readonly parentPath: Path | null }
interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}
const said = 'a sentence for people (proof/mutation/sentences.ts)';
/** Functions whose arguments, up to this number, are sentences. */
const speaking: Readonly<Record<string, number>> = { text: 2, notApplicable: 1, pass: 1 };

/** The reason to leave the node at this path and all in it out, or undefined. */
export function whySentence(path: Path): string | undefined {
  const { node, parent } = path;
  if (node.type === 'ObjectExpression') return isText(node) ? said : undefined;
  if (parent === null || !isPlain(node)) return undefined;
  if (parent.type !== 'CallExpression') return undefined;
  const callee = parent.callee as Node;
  if (callee.type !== 'Identifier') return undefined;
  const position = (parent.arguments as readonly Node[]).indexOf(node);
  return position >= 0 && position < (speaking[callee.name as string] ?? 0) ? said : undefined;
}
/** `{ nl: '…', en: '…' }` and nothing else in it. */
function isText(node: Node): boolean {
  const properties = node.properties as readonly Node[];
  const named = (name: string): boolean => properties.some((one) => one.type === 'ObjectProperty' && (one.key as Node).name === name && isPlain(one.value as Node));
  return properties.length === 2 && named('nl') && named('en');
}
/** A string, or a template whose values hold no logic of their own. */
function isPlain(node: Node): boolean {
  if (node.type === 'StringLiteral') return true;
  return node.type === 'TemplateLiteral' && (node.expressions as readonly Node[]).every(isValue);
}
function isValue(node: Node): boolean {
  if (node.type === 'Identifier' || node.type === 'NumericLiteral' || node.type === 'StringLiteral') return true;
  if (node.type === 'MemberExpression') return isValue(node.object as Node) && isValue(node.property as Node);
  if (node.type === 'TSNonNullExpression') return isValue(node.expression as Node);
  return node.type === 'CallExpression' && isValue(node.callee as Node) && (node.arguments as readonly Node[]).every(isValue);
}
