import type { Proved } from '../broker/proved';

/** A Jira administrator on their page. */
export type InJira = Proved;
