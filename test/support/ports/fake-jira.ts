// What the fakes of Jira and of what is stored about customers share: state that a test sets up and looks at.
import type { JiraAccount, ProvedProject } from '../../../src/customers/facts';
import type { JiraObservation, KeptAnswer } from '../../../src/customers/ports';
import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import type { AccountId, GroupId, OrganizationId } from '../../../src/shared/ids';

export interface Known extends JiraAccount {
  /** Only the privileged user finds it. */
  hidden?: boolean;
  /** Its email is hidden, and its name is the address. */
  namedByAddress?: boolean;
}

export interface FakeJira {
  jiraAdmins: Set<AccountId>;
  callerIsJiraAdmin: boolean;
  agent: boolean;
  project: ProvedProject;
  /** Of the same agents; they have neither customers nor organizations. */
  otherProjects: ProvedProject[];
  organizations: OrganizationId[];
  /** Not more than one decision may read. */
  organizationsComplete: boolean;
  /** The caller may. */
  managesOrganizations: boolean;
  callerGroups: Set<GroupId>;
  seesIssues: boolean;
  /** By email address. */
  accounts: Map<string, Known>;
  customersOfProject: Set<AccountId>;
  members: Map<OrganizationId, Set<AccountId>>;
  comments: { issueKey: string; lines: readonly string[] }[];
  /** Of `project`; at version 0 nothing is stored. */
  policy: CustomerPolicy;
  policyVersion: number;
  dailyPerSite: number;
  dailyPerSiteVersion: number;
  observation: JiraObservation | undefined;
  /** New accounts that were asked for, by day and whoever asked; `taken` is what they come to. */
  counters: Map<string, number>;
  readonly taken: { agent: number; rule: number; site: number };
  requests: Map<string, { body: string; at: number; answer?: KeptAnswer }>;
}
