// What the server tells the product's page when it loads, as JSON within the page.
import type { Person } from '../contract/site';
import type { AppPage } from './address';

/** A space of the site. */
export interface Space {
  id: string;
  key: string;
  name: string;
}

/** A service project of the site. */
export interface Project {
  id: string;
  key: string;
  name: string;
}

/** Where in the product a person is. */
export type Place =
  | { kind: 'home' }
  | { kind: 'app'; page: AppPage; space?: Space; project?: Project; context: Record<string, unknown> }
  | { kind: 'manageApps' }
  | { kind: 'missing'; path: string };

/** Everything that the chrome shows without asking again. */
export interface Boot {
  siteName: string;
  signedIn?: Person & { canUseConfluence: boolean; canUseJira: boolean };
  /** People that the switcher offers before anyone is searched for. */
  cast: readonly Person[];
  /** The first few, and the one that is open. */
  spaces: readonly Space[];
  /** How many more there are. */
  hiddenSpaces: number;
  /** The first few service projects, and the one that is open; none if the app is not connected to Jira. */
  projects: readonly Project[];
  pages: readonly AppPage[];
  place: Place;
  colorMode: 'light' | 'dark';
  /** Reload the page when it was rebuilt. */
  isWatching: boolean;
}

/** Name of the cookie that says who is signed in, by account id. */
export const PERSON_COOKIE = 'sandbox-person';
/** Name of the cookie that says `light` or `dark`. */
export const THEME_COOKIE = 'sandbox-theme';
