// Who is signed in, and the theme: kept in cookies, so that the server knows them too.
import { PERSON_COOKIE, THEME_COOKIE } from '../boot';

const keep = (name: string, value: string): void => {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; samesite=lax`;
};

/** Signs a person in and shows the page as they see it. */
export const become = (accountId: string): void => {
  keep(PERSON_COOKIE, accountId);
  location.reload();
};

/** Keeps the theme for the next pages. */
export const keepTheme = (colorMode: 'light' | 'dark'): void => {
  keep(THEME_COOKIE, colorMode);
};
