// All that was found out, as one text of Markdown: bench/results.md, and what the terminal shows.
import type { Beside } from './beside/beside';
import type { Month } from './month';
import { dollarsOf } from './prices';
import type { SiteResults } from './results';
import { besideTable, costTable, markdown, reasons, useTable, type Table } from './table';
import type { Target } from './targets';
import type { Visible } from './visible';

interface Found {
  demo: SiteResults;
  large: SiteResults;
  beside: Beside;
  month: Month;
  visible: Visible;
  targets: readonly Target[];
}

/** Tells what was found out. */
export function reportOf({ demo, large, beside, month, visible, targets }: Found): string {
  return [
    '# Results of `npm run bench`',
    'docs/performance.md says how to read them. Written by the bench; CPU differs from one computer to another, all else is the same in each run but for a few calls that are under way at once.',
    ...siteParts('Demo site, with 2,100 people', demo),
    ...siteParts('Large site: 50,000 people, 5,000 groups, 1,000 spaces', large),
    '## Above the floor on purpose',
    reasons(demo).join('\n'),
    '## Beside published clients',
    markdown(besideTable(beside)),
    '## A month of the large site',
    'Ten lists of 100 people and 5,000 single changes in 30 days, with 400 ms for an answer.',
    markdown(monthTable(month)),
    '## Until content is visible in Chromium',
    markdown({
      heads: ['page', 'p50'],
      rows: Object.entries(visible).map(([page, ms]) => [page, `${ms.toFixed(0)} ms`]),
    }),
    '## Targets',
    targets.map(({ name, isMet, says }) => `- ${isMet ? 'Met' : '**Missed**'}: ${name}: ${says}`).join('\n'),
  ].join('\n\n');
}

function siteParts(title: string, results: SiteResults): string[] {
  return [`## ${title}`, markdown(costTable(results)), markdown(useTable(results))];
}

/** Prices are without the free allowance. */
function monthTable(month: Month): Table {
  const { background, calls, reads, writes } = dollarsOf(month);
  return {
    heads: ['what', 'amount', 'price'],
    rows: [
      ['functions with nobody present', `${month.backgroundGbSeconds.toFixed(1)} GB-s`, dollars(background)],
      ['functions that somebody calls', `${month.callGbSeconds.toFixed(1)} GB-s`, dollars(calls)],
      ['read from storage', `${(month.bytesRead / 1e6).toFixed(1)} MB`, dollars(reads)],
      ['written to storage', `${(month.bytesWritten / 1e6).toFixed(1)} MB`, dollars(writes)],
      ['all', '', dollars(background + calls + reads + writes)],
    ],
  };
}

function dollars(amount: number): string {
  return `$${amount.toFixed(4)}`;
}
