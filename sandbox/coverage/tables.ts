// All coverage tables, in the order of the printed page.
import { automationCoverage } from '../automation/coverage';
import { appRestCoverage } from '../forge/app-rest/coverage';
import { forgeCoverage } from '../forge/coverage';
import { optionalJiraCoverage } from '../forge/jira-coverage';
import { storageCoverage } from '../forge/kvs/coverage';
import { queueCoverage } from '../forge/queue/coverage';
import { groupCoverage } from '../site/confluence/coverage/groups';
import { peopleCoverage } from '../site/confluence/coverage/people';
import { spaceCoverage } from '../site/confluence/coverage/spaces';
import { everyApi } from '../site/core/coverage';
import { jiraCoverage } from '../site/jira/coverage';
import { jsmCoverage } from '../site/jsm/coverage';
import { bridgeCoverage } from '../web/bridge/coverage';
import { frontDoorCoverage } from '../web/coverage';
import { uiKitCoverage } from '../web/ui-kit/coverage';
import type { CoverageTable } from './coverage';

/** Maps a product's name on the site to its coverage. */
export const PRODUCT_COVERAGE = {
  confluence: [
    { title: 'Confluence: groups', kept: 'site/confluence/coverage/groups.ts', rows: groupCoverage },
    { title: 'Confluence: people', kept: 'site/confluence/coverage/people.ts', rows: peopleCoverage },
    { title: 'Confluence: spaces', kept: 'site/confluence/coverage/spaces.ts', rows: spaceCoverage },
  ],
  jira: [{ title: 'Jira', kept: 'site/jira/coverage.ts', rows: jiraCoverage }],
  jsm: [{ title: 'Jira Service Management', kept: 'site/jsm/coverage.ts', rows: jsmCoverage }],
} satisfies Record<string, readonly CoverageTable[]>;

export const COVERAGE: readonly CoverageTable[] = [
  { title: 'The front door', kept: 'web/coverage.ts', rows: frontDoorCoverage },
  { title: 'Every REST API', kept: 'site/core/coverage.ts', rows: everyApi },
  ...PRODUCT_COVERAGE.confluence,
  ...PRODUCT_COVERAGE.jira,
  ...PRODUCT_COVERAGE.jsm,
  { title: 'Forge', kept: 'forge/coverage.ts', rows: forgeCoverage },
  { title: 'Storage', kept: 'forge/kvs/coverage.ts', rows: storageCoverage },
  { title: 'Queues', kept: 'forge/queue/coverage.ts', rows: queueCoverage },
  { title: 'Jira as an optional product', kept: 'forge/jira-coverage.ts', rows: optionalJiraCoverage },
  { title: 'Actions and Automation', kept: 'automation/coverage.ts', rows: automationCoverage },
  { title: 'App REST APIs', kept: 'forge/app-rest/coverage.ts', rows: appRestCoverage },
  { title: 'UI Kit', kept: 'web/ui-kit/coverage.ts', rows: uiKitCoverage },
  { title: 'The bridge', kept: 'web/bridge/coverage.ts', rows: bridgeCoverage },
];
