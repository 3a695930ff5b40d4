import type { Basis, Confidence, Level } from '../model/requirement.ts';
import { byBasis, mildestByLevel, severityOf } from './severity.ts';

const bases = Object.keys(byBasis) as Basis[];
const confidences: readonly Confidence[] = ['high', 'medium', 'low'];

/** The page `docs/severity.md`. */
export function severityMarkdown(): string {
  return `${[
    '# What a violation may become',
    '',
    'Made by `catalogue/tools/docs.ts` from the table in `catalogue/severity.ts`. Do not edit; a test fails when it is stale.',
    '',
    'Two tables decide, and the milder answer counts. A rule may be milder still, with the reason in its docstring; never harder.',
    '',
    '## By basis and confidence',
    '',
    `| basis | ${confidences.map((confidence) => `confidence ${confidence}`).join(' | ')} |`,
    '|---|---|---|---|',
    ...bases.flatMap(basisRows),
    '',
    'A draft counts as the tested profile only when the claim names that profile. A draft entry of the default profile therefore never fails.',
    '',
    '## By level',
    '',
    '| level | at most |',
    '|---|---|',
    ...Object.entries(mildestByLevel).map(([level, severity]) => `| ${level as Level} | ${severity} |`),
    '',
    '## Safety',
    '',
    'Independent of this table: a violation of a requirement with `safety: true` heads the report and makes the run non-zero, whatever its basis, when harm was in fact done: data or a token was given to a wrong party or patient, or on a missing, forged, expired or foreign credential, or without required consent, or medication or allergy data was wrong or missing. Without that effect it is an ordinary finding.',
  ].join('\n')}\n`;
}

/** The draft of a profile that is not under test never gets harder than this: see `severityOf`. */
const draftElsewhere = confidences.map((confidence) => severityOf({ level: 'MUST', basis: 'draft', confidence, profile: 'default' }, []));

function basisRows(basis: Basis): string[] {
  const row = confidences.map((confidence) => byBasis[basis][confidence]).join(' | ');
  if (basis !== 'draft') return [`| ${basis} | ${row} |`];
  return [`| draft, which is the tested profile | ${row} |`, `| draft, otherwise | ${draftElsewhere.join(' | ')} |`];
}
