// The side navigation: the app's pages in the site's settings, and in each space's.
import { addressOf } from '../address';
import type { Boot, Space } from '../boot';

const Entry = ({ href, text, about }: { href: string; text: string; about?: string }) => (
  <li>
    <a href={href} aria-current={decodeURI(location.pathname) === decodeURI(href) ? 'page' : undefined}>
      {text}
      {about !== undefined && <span className="visually-hidden"> {about}</span>}
    </a>
  </li>
);

const SpaceEntries = ({ boot, space }: { boot: Boot; space: Space }) => (
  <li>
    <span className="nav-space">
      {space.name}
      {space.key.startsWith('~') && ' (personal)'}
    </span>
    <ul>
      {boot.pages
        .filter(({ type }) => type === 'confluence:spaceSettings')
        .map((page) => (
          <Entry key={page.moduleKey} href={addressOf(page, space.key)} text={page.title} about={`of ${space.name}`} />
        ))}
    </ul>
  </li>
);

/** Links to every page of the sandbox. */
export const Navigation = ({ boot }: { boot: Boot }) => (
  <nav className="side" aria-label="Pages">
    <ul>
      <Entry href="/" text="Home" />
    </ul>
    <h2 id="nav-settings">Settings</h2>
    <ul aria-labelledby="nav-settings">
      {boot.pages
        .filter(({ type }) => type === 'confluence:globalSettings')
        .map((page) => (
          <Entry key={page.moduleKey} href={addressOf(page)} text={page.title} />
        ))}
    </ul>
    <h2 id="nav-spaces">Spaces</h2>
    <ul aria-labelledby="nav-spaces">
      {boot.spaces.map((space) => (
        <SpaceEntries key={space.id} boot={boot} space={space} />
      ))}
    </ul>
  </nav>
);
