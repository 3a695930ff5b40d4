import type { Text } from '../../model/text.ts';

/** What stands in `toetssteen.yaml` and in reports: exactly which package a judgement was made with. `sha256` is hex. */
export interface PackagePin { readonly name: string; readonly version: string; readonly sha256: string }
/** A pinned package that is not there, or is not what was pinned. */
export interface PinProblem { readonly kind: 'missing' | 'differs'; readonly pin: PackagePin; readonly text: Text }

export function pinProblem(kind: PinProblem['kind'], pin: PackagePin, found?: string): PinProblem {
  const which = `${pin.name} ${pin.version}`;
  return {
    kind, pin, text: kind === 'missing'
      ? { nl: `pakket ${which} is niet geïnstalleerd; voeg het toe met \`toetssteen packages add\``, en: `package ${which} is not installed; add it with \`toetssteen packages add\`` }
      : { nl: `pakket ${which} is niet wat is vastgelegd: sha256 ${found ?? '?'} in plaats van ${pin.sha256}`, en: `package ${which} is not what is pinned: sha256 ${found ?? '?'} instead of ${pin.sha256}` },
  };
}
