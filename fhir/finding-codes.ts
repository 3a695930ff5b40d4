/**
 * Codes of everything that this room can find. Stable: rules and reports refer to them.
 * Grouped by the step that finds them; a new code comes here first.
 */
export const findingCodes = [
  // Text and codec
  'not-well-formed', 'not-utf-8', 'too-large', 'nested-too-deep', 'doctype', 'wrong-namespace', 'not-a-resource', 'unknown-resource-type',
  'duplicate-key', 'unknown-element', 'unknown-attribute', 'unexpected-text', 'element-order', 'wrong-json-type', 'empty-array', 'empty-object', 'empty-string', 'null-value',
  'several-choice-types', 'misplaced-primitive-extension', 'array-lengths-differ',
  // Structure
  'element-missing', 'too-many', 'not-a-list', 'type-not-allowed', 'illegal-value', 'value-out-of-range', 'too-long', 'empty-element',
  'fixed-value-differs', 'pattern-differs',
  'slice-missing', 'slice-too-many', 'slice-unmatched', 'slice-out-of-order', 'invariant-violated', 'invariant-not-evaluated',
  'unknown-extension', 'extension-not-allowed-here', 'modifier-extension-misused', 'url-not-absolute',
  // References and Bundles
  'reference-target-type', 'reference-target-profile', 'reference-unresolved', 'reference-malformed', 'reference-aggregation', 'contained-not-found', 'full-url-mismatch', 'duplicate-full-url', 'bundle-rule',
  // Terminology
  'code-not-in-value-set', 'code-unknown', 'code-not-checked', 'display-differs', 'system-missing',
  // Packages
  'profile-unknown', 'profile-not-checked', 'profile-type-differs', 'value-set-unknown',
  // Dutch checks
  'bsn-wrong-system', 'bsn-fails-eleven-test', 'ura-malformed', 'agb-malformed', 'uzi-malformed', 'value-set-oid-as-system',
  'coding-incomplete', 'codeable-concept-without-text', 'reference-without-display', 'identifier-incomplete', 'profile-not-stated', 'id-missing',
  // Known contradictions of published profiles
  'known-contradiction',
  // More findings than are kept
  'findings-cut',
] as const;
export type FindingCode = typeof findingCodes[number];
