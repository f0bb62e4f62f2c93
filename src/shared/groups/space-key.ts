/** Matches what can be the key of a space; a personal one starts with a tilde. */
export const SPACE_KEY = /^~?[\w:-]+$/;
