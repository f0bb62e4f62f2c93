// The sandbox's own front page: the stories, the people to sign in as, and links to pages.
import { addressOf } from '../address';
import type { PageType } from '../address';
import type { Boot } from '../boot';
import { become } from './cookies';
import { StoryCards } from './stories/story-cards';

/** Shows the front page. */
export function Home({ boot }: { boot: Boot }) {
  return (
    <div className="prose">
      {boot.stories.length > 0 && <StoryCards boot={boot} />}
      <h2>Look around</h2>
      <p>
        This is a simulated Atlassian site with the app installed on it. Nothing leaves this machine. A restart begins
        anew, unless a folder was named with --data. The chrome is the sandbox&apos;s own; what the app shows is drawn
        with Atlassian&apos;s published components.
      </p>
      <details>
        <summary>Be somebody else</summary>
        <People boot={boot} />
      </details>
      <Pages boot={boot} />
    </div>
  );
}
function People({ boot: { cast, signedIn } }: { boot: Boot }) {
  return (
    <ul className="cards">
      {cast.map(({ accountId, name, handle, email, active }) => (
        <li key={accountId}>
          <button
            type="button"
            aria-pressed={accountId === signedIn?.accountId}
            onClick={() => {
              become(accountId);
            }}
          >
            <strong>{name}</strong>
            <span>
              {handle}
              {!active && handle !== 'deactivated' && ' (deactivated)'}
            </span>
            <span>{email}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Describes the position of each kind of page. */
const LOCATIONS: Record<PageType, string> = {
  'confluence:globalSettings': 'in the settings of the site',
  'confluence:spaceSettings': 'in the settings of the space',
  'jira:adminPage': 'in the settings of Jira',
  'jiraServiceManagement:queuePage': 'in the queues of the project',
};

function Pages({ boot: { pages, spaces, projects } }: { boot: Boot }) {
  const around: Partial<Record<PageType, readonly { key: string; name: string }[]>> = {
    'confluence:spaceSettings': spaces,
    'jiraServiceManagement:queuePage': projects,
  };
  return (
    <ul>
      {pages.flatMap((page) =>
        (around[page.type] ?? [undefined]).map((one) => (
          <li key={`${page.moduleKey} ${one?.key ?? ''}`}>
            <a href={addressOf(page, one?.key)}>{one === undefined ? page.title : `${page.title} of ${one.name}`}</a>{' '}
            {page.button === undefined ? LOCATIONS[page.type] : `in Jira, under Manage apps → ${page.button}`}
          </li>
        )),
      )}
    </ul>
  );
}
