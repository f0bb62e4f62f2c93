// All that was found out, as one text of Markdown: bench/results.md, and what the terminal shows.
import type { SiteResults } from './results';
import { costTable, markdown, reasons, useTable } from './table';
import type { Target } from './targets';

interface Found {
  demo: SiteResults;
  large: SiteResults;
  targets: readonly Target[];
}

/** Tells what was found out. */
export function reportOf({ demo, large, targets }: Found): string {
  return [
    '# Results of `npm run bench`',
    'docs/performance.md says how to read them. Written by the bench; CPU differs from one computer to another, all else is the same in each run but for a few calls that are under way at once.',
    ...siteParts('Demo site, with 2,100 people', demo),
    ...siteParts('Large site: 50,000 people, 5,000 groups, 1,000 spaces', large),
    '## Above the floor on purpose',
    reasons(demo).join('\n'),
    '## Targets',
    targets.map(({ name, isMet, says }) => `- ${isMet ? 'Met' : '**Missed**'}: ${name}: ${says}`).join('\n'),
  ].join('\n\n');
}

function siteParts(title: string, results: SiteResults): string[] {
  return [`## ${title}`, markdown(costTable(results)), markdown(useTable(results))];
}
