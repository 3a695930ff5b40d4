import { attested } from './attested.ts';

/** Hits that stand for one organisation are shown once, or their difference is visible (zorg-ab.md 2.3). */
export const duplicateHitsAreRecognised = attested(
  'zorg-ab-duplicate-hits-are-recognised', 'ZAB-030',
  { nl: 'Dubbele treffers van één organisatie zijn herkenbaar', en: 'Duplicate hits of one organisation can be recognised' },
  { nl: 'Voeg treffers met hetzelfde id, AGB of URA samen, of toon het verschil.', en: 'Merge hits with the same id, AGB or URA, or show the difference.' },
);
