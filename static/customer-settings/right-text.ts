import type { JiraRight } from '../../src/shared/customers/views';
import { JIRA_RIGHTS, RIGHT_HELP, RIGHT_UNAVAILABLE } from '../../src/shared/words/customer-settings';
import { say } from '../../src/shared/words/format';
import { CAUSES } from '../../src/shared/words/privileged-user';

interface Words {
  appearance: 'warning' | 'error' | 'information';
  title: string;
  text: string;
  help: string;
}

/** Says what is wrong with the privileged user's right in Jira and who can fix it; undefined if all is well. */
export function rightWords(right: Exclude<JiraRight, { name: 'paused' }>): Words | undefined {
  switch (right.name) {
    case 'works':
      return undefined;
    case 'unavailable': {
      const isChosen = right.cause !== 'notConfigured';
      return {
        appearance: isChosen ? 'error' : 'warning',
        title: isChosen ? RIGHT_UNAVAILABLE.title : RIGHT_UNAVAILABLE.notChosen,
        text: say(RIGHT_UNAVAILABLE.text, { cause: CAUSES[right.cause] }),
        help: RIGHT_HELP[right.cause],
      };
    }
    case 'notChecked':
      return { appearance: 'information', ...JIRA_RIGHTS.notChecked };
    case 'lacksRight':
    case 'noJiraAccess':
      return { appearance: 'error', ...JIRA_RIGHTS[right.name] };
  }
}
