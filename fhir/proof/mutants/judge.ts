import { parse } from '../../codec/parse.ts';
import type { Format } from '../../codec/format.ts';
import { serialize } from '../../codec/serialize.ts';
import type { Definitions } from '../../definitions/definitions.ts';
import type { FhirFinding } from '../../finding.ts';
import type { Validator } from '../../validate/validator.ts';
import { catches } from './caught.ts';
import type { Candidate } from './generate.ts';
import type { Draft } from './operator.ts';

export interface Judged {
  readonly candidate: Candidate;
  readonly format: Format;
  readonly verdict: 'caught' | 'survived' | 'crashed';
  /** Those that caught it; else all that are new, for the one who looks why. */
  readonly findings: readonly FhirFinding[];
  readonly crash?: string;
  readonly text: string;
}

/** Sends mutants through the reader and the validator as messages are, each as text. */
export class MutantJudge {
  readonly #validator: Validator;
  readonly #definitions: Definitions;
  readonly #before = new WeakMap<object, ReadonlySet<string>>();
  constructor(validator: Validator) { this.#validator = validator; this.#definitions = validator.environment.definitions; }

  judge(candidate: Candidate): Judged {
    const { site, subject } = candidate;
    const { text, format } = this.#wire(site.make(), candidate.asXml);
    let findings: readonly FhirFinding[];
    try {
      findings = this.#findings(text, format);
    } catch (error) {
      return { candidate, format, text, verdict: 'crashed', findings: [], crash: error instanceof Error ? error.stack ?? error.message : String(error) };
    }
    let before = this.#before.get(subject);
    if (before === undefined) this.#before.set(subject, before = new Set(this.#validator.validate(subject.resource).map(keyOf)));
    const fresh = findings.filter((one) => !before.has(keyOf(one)));
    const catching = catches(fresh, site.expected, site.at);
    return { candidate, format, text, verdict: catching.length > 0 ? 'caught' : 'survived', findings: catching.length > 0 ? catching : fresh };
  }
  #findings(text: string, format: Format): FhirFinding[] {
    const document = parse(text, { definitions: this.#definitions, format });
    return document.resource === null ? [...document.findings] : [...document.findings, ...this.#validator.validate(document.resource, { document })];
  }
  /** In XML where that was drawn and XML can say it. */
  #wire(draft: Draft, asXml: boolean): { readonly text: string; readonly format: Format } {
    if ('text' in draft) return draft;
    if (asXml) {
      let whole = true;
      const text = serialize(draft.resource, { format: 'xml', definitions: this.#definitions, lost: () => { whole = false; } });
      if (whole) return { text, format: 'xml' };
    }
    return { text: JSON.stringify(draft.resource), format: 'json' };
  }
}
const keyOf = (one: FhirFinding): string => `${one.code} ${one.severity} ${one.invariant ?? ''} ${one.path.join('/')}`;
