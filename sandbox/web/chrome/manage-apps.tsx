// The list of apps in Jira's settings, with links to pages of the app.
// https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
import { addressOf } from '../address';
import type { Boot } from '../boot';

/** Lists the app's pages that Jira opens by a button. */
export function ManageApps({ boot: { pages } }: { boot: Boot }) {
  return (
    <div className="prose">
      <p>Jira lists every app of the site here. The sandbox has one.</p>
      <ul>
        {pages.flatMap((page) =>
          page.button === undefined
            ? []
            : [
                <li key={page.moduleKey}>
                  {page.title}{' '}
                  <a href={addressOf(page)}>
                    {page.button}
                    <span className="visually-hidden"> {page.title}</span>
                  </a>
                </li>,
              ],
        )}
      </ul>
    </div>
  );
}
