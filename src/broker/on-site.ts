import type { Proved } from './proved';

/** A person whom Confluence proved to have the role that a call of the global page needs. */
export type OnSite = Proved;
