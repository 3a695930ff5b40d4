import type { Basis, Confidence, Level } from '../model/requirement.ts';
import { byBasis, mildestByLevel } from './severity.ts';

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
    ...Object.entries(byBasis).map(([basis, row]) => `| ${basisName(basis as Basis)} | ${confidences.map((confidence) => row[confidence]).join(' | ')} |`),
    '| draft, any other profile tested | warning | warning | warning |',
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
    'Independent of this table: a violation of a requirement with `safety: true` in which data or a token was in fact given to a wrong party or patient heads the report and makes the run non-zero, whatever its basis. Without that effect it is an ordinary finding.',
  ].join('\n')}\n`;
}

const basisName = (basis: Basis): string => (basis === 'draft' ? 'draft, and that draft is the tested profile' : basis);
