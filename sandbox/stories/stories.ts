// The stories that `npm start` opens on: each a site at one moment, the person who comes to it, and their page.
import type { Seed } from '../site/seed';
import type { PageType } from '../web/address';

export const STORY_KEYS = [
  'forty-people',
  'take-over',
  'token-ended',
  'user-left',
  'sixty-customers',
  'without-the-app',
] as const;
export type StoryKey = (typeof STORY_KEYS)[number];

/** Time of the site when each story begins to be made: a Monday, three months after Atlassian's token access ended. */
export const BEGINNING = Date.parse('2026-03-02T09:00:00.000Z');

/** Somebody is added to a group, by their handle and its name. */
export interface ComparedCall {
  spaceKey: string;
  group: string;
  person: string;
  functionKey: string;
}

export interface Story {
  title: string;
  /** Three lines: what is there, what to do, what to look at. */
  hints: readonly [string, string, string];
  /** Handle of the person who opens it. */
  who: string;
  /** The app's page that it opens on, with the key of a space or project; or the sandbox's own comparison of calls. */
  page: { type: PageType; key?: string } | 'compared calls';
  /** A list ready to be copied, and its name on the button. */
  list?: { name: string; text: () => Promise<string> };
  /** The call that is compared, and the app's function that does the same. */
  call?: ComparedCall;
  readSeed: () => Promise<Seed>;
}

export const STORIES: Readonly<Record<StoryKey, Story>> = {
  'forty-people': {
    title: 'Forty people from an email',
    hints: [
      'Priya administers a space. An agency sent her an email with forty people who need its group.',
      'Copy the list, open spring-agency and bring the list. Nothing changes before you say so.',
      'See who is asked about: two people of one name, a hidden email, an address that nobody has.',
    ],
    who: 'space-admin',
    page: { type: 'confluence:spaceSettings', key: 'SPRING' },
    list: { name: 'list of 40 people', text: async () => (await import('./lists')).FORTY_PEOPLE },
    readSeed: agency,
  },
  'take-over': {
    title: 'Take over 300 groups',
    hints: [
      'This site had 300 groups before it had the app. Their names begin with the key of a space.',
      'Open Groups, find those that match the pattern, see what would happen, and take them over.',
      'See which aren’t ready: those of an identity provider, and one that gives access to Confluence.',
    ],
    who: 'site-admin',
    page: { type: 'confluence:globalSettings' },
    readSeed: async () => (await import('./departments')).departmentsSeed,
  },
  'token-ended': {
    title: 'The old API token',
    hints: [
      'An earlier version kept an admin’s API token. Atlassian ended such access on December 8, 2025.',
      'Open Setup and choose yourself, Sofia, in its place. The app tries it before it keeps your choice.',
      'See what became of the token: deleted unread, and the page asks you to revoke it.',
    ],
    who: 'site-admin',
    page: { type: 'confluence:globalSettings' },
    readSeed: agency,
  },
  'user-left': {
    title: 'The privileged user left',
    hints: [
      'The app made its changes as Helena. She left, and her account was deactivated.',
      'Sofia can change groups, too. Open Setup, see what fails, and choose yourself.',
      'Then be Priya, and open Groups of Spring campaign: it works again, and nothing was lost.',
    ],
    who: 'site-admin',
    page: { type: 'confluence:globalSettings' },
    readSeed: agency,
  },
  'sixty-customers': {
    title: 'Sixty customers',
    hints: [
      'Ayla, an agent and not an administrator, is asked to let sixty people into the portal.',
      'Copy the list, paste it and check it: one has an account, one is of a domain that isn’t allowed.',
      'Then create them, 25 at a time, within the rules that a Jira administrator set.',
    ],
    who: 'agent',
    page: { type: 'jiraServiceManagement:queuePage', key: 'SUP' },
    list: { name: 'list of 60 people', text: async () => (await import('./lists')).SIXTY_CUSTOMERS },
    readSeed: agency,
  },
  'without-the-app': {
    title: 'The same call without the app',
    hints: [
      'Priya administers a space, but may not add people to its groups: Atlassian wants a site admin.',
      'See her own call refused: 403. Then let the app do it: it proves that the space is hers.',
      'See what Atlassian saw: each call, as whom it came, and what it cost.',
    ],
    who: 'space-admin',
    page: 'compared calls',
    call: { spaceKey: 'SPRING', group: 'spring-guests', person: 'agency-10', functionKey: 'addMembers' },
    readSeed: agency,
  },
};

async function agency(): Promise<Seed> {
  return (await import('./agency')).agencySeed;
}
