import type { Comparison } from './compare';

/** Writes the comparison for a person to read, without any value of the site. */
export function reportOf({ compared, differences, notCompared, left }: Comparison, origin: string): string[] {
  const count = differences.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    `Compared ${String(compared)} calls on ${origin} with the sandbox: ${count === 0 ? 'no difference' : `${String(count)} differences`}.`,
    ...differences.flatMap(({ title, lines }) => ['', title, ...lines.map((line) => `  ${line}`)]),
    ...(notCompared.length > 0 ? ['', `Not compared: ${String(notCompared.length)} calls`] : []),
    ...notCompared.map(({ title, reason }) => `  ${title}: ${reason}`),
    '',
    left ?? 'Nothing was left on the site.',
    "Forge's proxy isn't compared: all calls were made by people themselves. docs/live-checks.md has the rest.",
  ];
}
