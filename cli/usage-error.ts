import type { CommanderError } from 'commander';

/** Help and version asked for are no error; whatever else is wrong on a command line is the user's to put right: 2, as 1 means that the product failed. */
export function usageExitCode({ exitCode }: Pick<CommanderError, 'exitCode'>): 0 | 2 { return exitCode === 0 ? 0 : 2; }

const dutch: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/^unknown option '(.+)'$/, (option) => `de optie ${option} bestaat niet`],
  [/^unknown command '(.+)'$/, (name) => `de opdracht ${name} bestaat niet`],
  [/^missing required argument '(.+)'$/, (name) => `er ontbreekt een gegeven: ${name}`],
  [/^option '(.+)' argument missing$/, (option) => `bij ${option} hoort een waarde`],
  [/^option '(.+)' argument '(.*)' is invalid\. Allowed choices are (.+)\.$/s, (option, given, choices) => `${option} is "${given}"; kies uit ${choices}`],
  [/^too many arguments.*Expected (\d+) arguments? but got (\d+).*$/s, (expected, got) => `te veel gegevens: ${got} in plaats van ${expected}`],
];

/** What the reader of the command line says, in Dutch with English beside it; a suggestion after it stays. */
export function usageText(said: string): string {
  const [first = '', ...rest] = said.replace(/^error: /, '').trimEnd().split('\n');
  for (const [pattern, words] of dutch) {
    const found = pattern.exec(first);
    if (found !== null) return [`${words(...found.slice(1))} / ${first}`, ...rest, ''].join('\n');
  }
  return [first, ...rest, ''].join('\n');
}
