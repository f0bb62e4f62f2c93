// Data that the server embeds in the product's page as JSON.
import type { Person } from '../contract/site';
import type { ComparedCall, StoryKey } from '../stories/stories';
import type { AppPage } from './address';

/** Describes a space of the site. */
export interface Space {
  id: string;
  key: string;
  name: string;
}

/** Describes a service project of the site. */
export interface Project {
  id: string;
  key: string;
  name: string;
}

/** Tells which page of the product is open. */
export type OpenPage =
  | { kind: 'home' }
  | {
      kind: 'app';
      page: AppPage;
      space?: Space;
      project?: Project;
      context: Record<string, unknown>;
      /** Address of the page itself, behind which paths of its own stand. Absent: it gets no history. */
      historyBase?: string;
    }
  | { kind: 'manageApps' }
  | { kind: 'comparedCalls' }
  | { kind: 'missing'; path: string };

/** Describes a story: who opens it, and where. */
export interface ToldStory {
  key: StoryKey;
  title: string;
  hints: readonly string[];
  accountId: string;
  /** Name of the person. */
  name: string;
  address: string;
}

/** Describes the story that is open. */
export interface OpenStory extends Pick<ToldStory, 'key' | 'title' | 'hints'> {
  /** Text ready to be copied, and its name on the button. */
  list?: { name: string; text: string };
  call?: ComparedCall;
}

/** Holds everything that the chrome shows without another request. */
export interface Boot {
  siteName: string;
  signedIn?: Person & { canUseConfluence: boolean; canUseJira: boolean };
  /** People that the switcher offers before a search. */
  cast: readonly Person[];
  /** First few spaces, and the open one. */
  spaces: readonly Space[];
  /** Number of spaces left out. */
  hiddenSpaces: number;
  /** First few service projects, and the open one; none if the app isn't connected to Jira. */
  projects: readonly Project[];
  pages: readonly AppPage[];
  /** Stories that can be opened; none on a site that somebody chose by options. */
  stories: readonly ToldStory[];
  openStory?: OpenStory;
  openPage: OpenPage;
  colorMode: 'light' | 'dark';
  /** Milliseconds that the sandbox's clock is ahead of the computer's. */
  clockOffsetMs: number;
  /** True if the page reloads after a rebuild. */
  isWatching: boolean;
  /** Value of the attribute `sandbox` of iframes with a resource of the app. */
  frameSandbox: string;
}

/** Name of the cookie with the signed-in person's account id. */
export const PERSON_COOKIE = 'sandbox-person';
/** Name of the cookie with the theme, `light` or `dark`. */
export const THEME_COOKIE = 'sandbox-theme';
