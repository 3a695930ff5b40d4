import type { Operator } from '../operator.ts';
import { bundleOperators } from './bundles.ts';
import { cardinalityOperators } from './cardinality.ts';
import { choiceOperators } from './choices.ts';
import { codeOperators } from './codes.ts';
import { extensionOperators } from './extensions.ts';
import { genericInvariantOperators } from './generic-invariants.ts';
import { invariantOperators } from './invariants.ts';
import { jsonShapeOperators } from './json-shape.ts';
import { jsonTextOperators } from './json-text.ts';
import { lexicalOperators } from './lexical.ts';
import { nameOperators } from './names.ts';
import { narrativeOperators } from './narrative.ts';
import { profileCardinalityOperators } from './profile-cardinality.ts';
import { profileValueOperators } from './profile-values.ts';
import { referenceOperators } from './references.ts';
import { xmlTextOperators } from './xml-text.ts';

/** All operators; a new one goes into the file of its family. */
export const operators: readonly Operator[] = [
  ...cardinalityOperators, ...jsonShapeOperators, ...lexicalOperators, ...nameOperators, ...choiceOperators, ...referenceOperators, ...codeOperators, ...narrativeOperators,
  ...extensionOperators, ...genericInvariantOperators, ...invariantOperators, ...bundleOperators, ...profileCardinalityOperators, ...profileValueOperators, ...jsonTextOperators, ...xmlTextOperators,
];
