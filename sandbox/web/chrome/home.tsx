// The sandbox's own front page: what this is, who one can be, where to go.
import { addressOf } from '../address';
import type { Boot } from '../boot';
import { become } from './cookies';

const People = ({ boot: { cast, signedIn } }: { boot: Boot }) => (
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

const Pages = ({ boot: { pages, spaces } }: { boot: Boot }) => (
  <ul>
    {pages
      .filter(({ type }) => type === 'confluence:globalSettings')
      .map((page) => (
        <li key={page.moduleKey}>
          <a href={addressOf(page)}>{page.title}</a> in the settings of the site
        </li>
      ))}
    {pages
      .filter(({ type }) => type === 'confluence:spaceSettings')
      .flatMap((page) =>
        spaces.map((space) => (
          <li key={`${page.moduleKey} ${space.key}`}>
            <a href={addressOf(page, space.key)}>
              {page.title} of {space.name}
            </a>{' '}
            in the settings of the space
          </li>
        )),
      )}
  </ul>
);

/** The front page. */
export const Home = ({ boot }: { boot: Boot }) => (
  <div className="prose">
    <p>
      This is a simulated Atlassian site with the app installed on it. Nothing leaves this machine. A restart begins
      anew, unless a folder was named with --data. The chrome is the sandbox&apos;s own; what the app shows is drawn
      with Atlassian&apos;s published components.
    </p>
    <h2>Choose who you are</h2>
    <People boot={boot} />
    <h2>Pages of the app</h2>
    <Pages boot={boot} />
  </div>
);
