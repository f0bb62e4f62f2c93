import type { Proved } from './proved';

/** A Jira administrator on their page. */
export type InJira = Proved;
