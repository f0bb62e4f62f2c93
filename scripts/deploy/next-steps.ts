import type { Options } from './options';

/** Lists the steps after the installation that only a person can do. */
export function nextSteps({ environment, site = 'your-site.atlassian.net' }: Options): string[] {
  return [
    '',
    'Now you:',
    '  1. Share the app in the developer console (Distribution > Sharing), or add the privileged user under Access > Contributors.',
    '     Forge acts for nobody else: https://developer.atlassian.com/console/myapps/',
    `  2. Open https://${site}/wiki, Settings > Space Steward, and choose the privileged user.`,
    '  3. Support > Run site checks: docs/live-checks.md says what each point means.',
    '  4. For customers: connect the app to Jira (Connected apps), then Manage apps > Configure in Jira. docs/operations.md has both.',
    `  After a change of the code: npm run deploy -- --environment ${environment}`,
  ];
}
