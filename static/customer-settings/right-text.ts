import type { JiraRight } from '../../src/shared/customers/views';
import type { UnavailableCause } from '../../src/shared/result';
import { CAUSES } from '../../src/shared/words/privileged-user';

interface Words {
  appearance: 'warning' | 'error' | 'information';
  title: string;
  text: string;
  help: string;
}

const UNTIL = 'Until this is fixed, no customers can be created.';
const IN_CONFLUENCE = 'in Confluence, in the settings of Space Steward';

/** What is wrong with the privileged user's right in Jira and who can mend it; undefined if all is well. */
export function rightWords(right: JiraRight): Words | undefined {
  switch (right.name) {
    case 'works':
      return undefined;
    case 'unavailable':
      return {
        appearance: right.cause === 'notConfigured' ? 'warning' : 'error',
        title: right.cause === 'notConfigured' ? 'Choose a privileged user' : 'The privileged user can’t be used',
        text: `${CAUSES[right.cause]} ${UNTIL}`,
        help: unavailableHelp(right.cause),
      };
    case 'notChecked':
      return {
        appearance: 'information',
        title: 'The privileged user is not checked in Jira yet',
        text: 'This app creates customers with the rights of the privileged user, who must be a Jira administrator for that. Until this is checked, no customers can be created.',
        help: 'Check now. It takes a few seconds and changes nothing.',
      };
    case 'lacksRight':
      return {
        appearance: 'error',
        title: 'The privileged user is no Jira administrator',
        text: `Creating customers needs the global permission Administer Jira, which this account lacks. ${UNTIL}`,
        help: 'A site administrator can make the account a Jira administrator in Atlassian Administration; or add it to a group that has this permission under global permissions in Jira’s settings. Then check again.',
      };
    case 'noJiraAccess':
      return {
        appearance: 'error',
        title: 'Forge won’t act for the privileged user in Jira',
        text: `Atlassian doesn’t say why. ${UNTIL}`,
        help: 'Share the app with this site in the developer console, or add this person as a contributor of the app. Make sure that they have access to Jira, and have them open Space Steward there once. Then check again.',
      };
  }
}

function unavailableHelp(cause: UnavailableCause): string {
  switch (cause) {
    case 'notConfigured':
    case 'legacy':
      return `Choose one ${IN_CONFLUENCE}, or ask a Confluence administrator to do so. Then check again.`;
    case 'waiting':
      return `Ask that person to accept ${IN_CONFLUENCE}. Then check again.`;
    case 'lacksPermission':
    case 'deactivated':
    case 'left':
    case 'noAppAccess':
    case 'unsupportedAccountType':
    case 'notApproved':
    case 'notKnown':
      return `Put this right or choose another privileged user ${IN_CONFLUENCE}: they say what to do. Then check again.`;
  }
}
