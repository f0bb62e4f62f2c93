import { Link, SectionMessage, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';

import type { PrivilegedUserState } from '../../../src/shared/broker/views';

interface Words {
  appearance: 'warning' | 'error' | 'information';
  title: string;
  text: string;
  help: string;
}

const ATLASSIAN_ADMIN = 'https://admin.atlassian.com';
const READ_ONLY = 'Until this is fixed, space admins can look at their groups but change nothing.';

const LINKED: readonly PrivilegedUserState['name'][] = ['lacksPermission', 'unusable', 'notApproved'];

/** Says what is wrong with the privileged user and how to fix it; nothing if all is well. */
export function StateBanner({ state, children }: { state: PrivilegedUserState; children?: ReactNode }) {
  const words = stateWords(state);
  if (words === undefined) return null;
  return (
    <SectionMessage appearance={words.appearance} title={words.title}>
      <Stack space="space.100" alignInline="start">
        <Text>{words.text}</Text>
        <Text>{words.help}</Text>
        {LINKED.includes(state.name) && (
          <Link href={ATLASSIAN_ADMIN} openNewTab>
            Open Atlassian Administration
          </Link>
        )}
        {children}
      </Stack>
    </SectionMessage>
  );
}

/** What the banner of a state says. A healthy one has none. */
function stateWords(state: PrivilegedUserState): Words | undefined {
  switch (state.name) {
    case 'healthy':
      return undefined;
    case 'notConfigured':
      return {
        appearance: 'warning',
        title: 'Choose a privileged user',
        text: 'Nobody is chosen yet, so space admins can look at their groups but change nothing.',
        help: 'Choose an account below. It takes a minute.',
      };
    case 'legacy':
      return {
        appearance: 'error',
        title: 'Token access has ended: choose a privileged user',
        text: 'Access with an e-mail address and an API token ended on Monday 8 December 2025. Both are still stored here, and the token cannot be migrated. Until a user is chosen, space admins can look at their groups but change nothing.',
        help: 'Choose an account below. The stored e-mail address and token are then deleted.',
      };
    case 'waiting':
      return {
        appearance: 'information',
        title: 'Waiting for acceptance',
        text: 'The person named below must open this page and accept before the app acts as them. Until then, space admins can look at their groups but change nothing.',
        help: 'Tell them to open this page, or cancel the request.',
      };
    case 'lacksPermission':
      return {
        appearance: 'error',
        title: 'The privileged user can’t manage groups',
        text: `Atlassian refuses to let this account create groups and edit their members: it lacks the rights of a site administrator. ${READ_ONLY}`,
        help: 'Make the account a site administrator in Atlassian Administration and check again, or choose another privileged user below.',
      };
    case 'unusable':
      return unusableWords(state.cause);
    case 'notApproved':
      return {
        appearance: 'error',
        title: 'Permissions of this app await approval',
        text: `This version of the app asks for permissions that no site administrator has approved yet. ${READ_ONLY}`,
        help: 'Approve them in Atlassian Administration, under the connected apps of this site, and check again.',
      };
  }
}

type Unusable = Extract<PrivilegedUserState, { name: 'unusable' }>['cause'];

function unusableWords(cause: Unusable): Words {
  function words(title: string, text: string, help: string): Words {
    return { appearance: 'error', title, text, help };
  }
  switch (cause) {
    case 'deactivated':
      return words(
        'The privileged user’s account is deactivated',
        `The app can’t act as a deactivated account. ${READ_ONLY}`,
        'Reactivate the account in Atlassian Administration and check again, or choose another privileged user below.',
      );
    case 'left':
      return words(
        'The privileged user is no longer on this site',
        `The account was removed from the site or closed. ${READ_ONLY}`,
        'Choose another privileged user below.',
      );
    case 'noAppAccess':
      return words(
        'Forge won’t act for the privileged user',
        `Atlassian doesn’t say why. ${READ_ONLY}`,
        'Share the app with this site in the developer console, or add this person as a contributor of the app. Make sure that they have access to Confluence, and have them open Space Steward once. Then check again, or choose another privileged user below.',
      );
    case 'unsupportedAccountType':
      return words(
        'The privileged user is not a person’s account',
        `The app can’t act as an app, a service account or a portal customer. ${READ_ONLY}`,
        'Choose a person as the privileged user below.',
      );
  }
}
