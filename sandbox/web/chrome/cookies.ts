// The signed-in person and the theme, in cookies, so that the server can read them too.
import { PERSON_COOKIE, THEME_COOKIE } from '../boot';

/** Signs a person in and reloads the page for them. */
export function become(accountId: string): void {
  keepPerson(accountId);
  location.reload();
}

/** Signs a person in for the next pages. */
export function keepPerson(accountId: string): void {
  keep(PERSON_COOKIE, accountId);
}

/** Keeps the theme for the next pages. */
export function keepTheme(colorMode: 'light' | 'dark'): void {
  keep(THEME_COOKIE, colorMode);
}

function keep(name: string, value: string): void {
  document.cookie = `${name}=${encodeURIComponent(value)}; path=/; samesite=lax`;
}
