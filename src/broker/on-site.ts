import type { Proved } from './proved';

/** A person, proved by Confluence to be what a call of the global page needs. */
export type OnSite = Proved;
