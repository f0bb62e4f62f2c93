import type { Via } from '../broker/audit/entries';
import type { AccountId } from '../shared/ids';
import type { ProvedProject } from './facts';

/** An agent, and the service project that was proved for them. */
export interface InProject {
  caller: AccountId;
  project: ProvedProject;
  via: Via;
  /** Time of the request to Jira. */
  provedAt: number;
}
