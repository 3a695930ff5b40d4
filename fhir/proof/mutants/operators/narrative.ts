import { replaced } from '../edit.ts';
import type { Operator } from '../operator.ts';

const open = '<div xmlns="http://www.w3.org/1999/xhtml">';
/** Name, sentence, invariant, and the `div` instead. */
const faults: readonly (readonly [name: string, invariant: 'txt-1' | 'txt-2', sentence: string, ...divs: string[]])[] = [
  ['narrative-with-script', 'txt-1', 'no scripts', `${open}x<script>alert(1)</script></div>`, `${open}<p>x<script src="x.js"/></p></div>`],
  ['narrative-with-event', 'txt-1', 'no event attributes', `${open}<p onclick="alert(1)">x</p></div>`, '<div xmlns="http://www.w3.org/1999/xhtml" onload="x()">x</div>'],
  ['narrative-with-form', 'txt-1', 'no forms, frames and objects', ...['form', 'input', 'iframe', 'object', 'button', 'base', 'link', 'head', 'body'].map((name) => `${open}x<${name}>y</${name}></div>`)],
  ['narrative-with-script-link', 'txt-1', 'no scripts in links', `${open}<a href="javascript:alert(1)">x</a></div>`],
  ['narrative-not-a-div', 'txt-1', 'a div', '<p xmlns="http://www.w3.org/1999/xhtml">x</p>', '<span xmlns="http://www.w3.org/1999/xhtml">x</span>'],
  ['narrative-without-namespace', 'txt-1', 'in the XHTML namespace', '<div>x</div>', '<div xmlns="http://hl7.org/fhir">x</div>'],
  ['narrative-not-well-formed', 'txt-1', 'well-formed', `${open}<p>x</div>`, `${open}x`, `${open}a < b</div>`, `${open}x</div><div/>`, 'x'],
  ['narrative-empty', 'txt-2', 'some content', `${open}</div>`, `${open}  <p> </p></div>`, `${open}<br/></div>`],
];
export const narrativeOperators: readonly Operator[] = faults.map(([name, invariant, sentence, ...divs]) => ({
  name, rule: `${invariant}: ${sentence} (FHIR STU3 and R4, Narrative)`, jsonOnly: true,
  *sites(subject) {
    for (const { member, path, value } of subject.occurrences) {
      if (member.type !== 'xhtml' || value === undefined || member.element.constraints?.some((one) => one.key === invariant) !== true) continue;
      for (const div of divs) yield { at: path, says: div, expected: { codes: ['invariant-violated'], invariant }, make: () => ({ resource: replaced(subject.resource, path, div) }) };
    }
  },
}));
