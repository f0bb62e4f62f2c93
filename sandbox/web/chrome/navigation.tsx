// The side navigation: the app's pages in the site's settings, in each space's, in Jira's settings and in each service project.
import { addressOf, MANAGE_APPS } from '../address';
import type { PageType } from '../address';
import type { Boot, Project, Space } from '../boot';

/** Shows links to the pages of the sandbox. */
export function Navigation({ boot }: { boot: Boot }) {
  return (
    <nav className="side" aria-label="Pages">
      <ul>
        <Entry href="/" text="Home" />
      </ul>
      <h2 id="nav-settings">Settings</h2>
      <ul aria-labelledby="nav-settings">
        {pagesOf(boot, 'confluence:globalSettings').map((page) => (
          <Entry key={page.moduleKey} href={addressOf(page)} text={page.title} />
        ))}
      </ul>
      <h2 id="nav-spaces">Spaces</h2>
      <ul aria-labelledby="nav-spaces">
        {boot.spaces.map((space) => (
          <SpaceEntries key={space.id} boot={boot} space={space} />
        ))}
      </ul>
      <OtherSpace boot={boot} />
      <JiraEntries boot={boot} />
    </nav>
  );
}

function Entry({ href, text, about }: { href: string; text: string; about?: string }) {
  return (
    <li>
      <a href={href} aria-current={decodeURI(location.pathname) === decodeURI(href) ? 'page' : undefined}>
        {text}
        {about !== undefined && <span className="visually-hidden"> {about}</span>}
      </a>
    </li>
  );
}

function pagesOf({ pages }: Boot, type: PageType) {
  return pages.filter((page) => page.type === type);
}

function SpaceEntries({ boot, space }: { boot: Boot; space: Space }) {
  return (
    <li>
      <span className="nav-space">
        {space.name}
        {space.key.startsWith('~') && ' (personal)'}
      </span>
      <ul>
        {pagesOf(boot, 'confluence:spaceSettings').map((page) => (
          <Entry key={page.moduleKey} href={addressOf(page, space.key)} text={page.title} about={`of ${space.name}`} />
        ))}
      </ul>
    </li>
  );
}

/** Opens a space that isn't listed. */
function OtherSpace({ boot }: { boot: Boot }) {
  const page = boot.pages.find(({ type }) => type === 'confluence:spaceSettings');
  if (boot.hiddenSpaces === 0 || page === undefined) return null;
  return (
    <form
      className="other-space"
      onSubmit={(event) => {
        event.preventDefault();
        const key = new FormData(event.currentTarget).get('key');
        if (typeof key === 'string' && key.trim() !== '') location.assign(addressOf(page, key.trim()));
      }}
    >
      <label htmlFor="other-space">{boot.hiddenSpaces} more: open one by its key</label>
      <input id="other-space" name="key" />
    </form>
  );
}

/** Shows Jira's entries; nothing if the app has no page there. */
function JiraEntries({ boot }: { boot: Boot }) {
  const adminPages = pagesOf(boot, 'jira:adminPage');
  const hasQueues = pagesOf(boot, 'jiraServiceManagement:queuePage').length > 0 && boot.projects.length > 0;
  return (
    <>
      {adminPages.length > 0 && <JiraSettings adminPages={adminPages} />}
      {hasQueues && (
        <>
          <h2 id="nav-projects">Service projects</h2>
          <ul aria-labelledby="nav-projects">
            {boot.projects.map((project) => (
              <ProjectEntries key={project.id} boot={boot} project={project} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Lists pages of Jira's settings, without those that Manage apps opens by a button. */
function JiraSettings({ adminPages }: { adminPages: Boot['pages'] }) {
  return (
    <>
      <h2 id="nav-jira-settings">Jira settings</h2>
      <ul aria-labelledby="nav-jira-settings">
        {adminPages
          .filter(({ button }) => button === undefined)
          .map((page) => (
            <Entry key={page.moduleKey} href={addressOf(page)} text={page.title} about="in Jira" />
          ))}
        {adminPages.some(({ button }) => button !== undefined) && <Entry href={MANAGE_APPS} text="Manage apps" />}
      </ul>
    </>
  );
}

function ProjectEntries({ boot, project }: { boot: Boot; project: Project }) {
  return (
    <li>
      <span className="nav-space">{project.name}</span>
      <ul>
        {pagesOf(boot, 'jiraServiceManagement:queuePage').map((page) => (
          <Entry
            key={page.moduleKey}
            href={addressOf(page, project.key)}
            text={page.title}
            about={`of ${project.name}`}
          />
        ))}
      </ul>
    </li>
  );
}
