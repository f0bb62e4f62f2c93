import type { CustomerPolicy } from '../../../src/shared/customers/policy';
import type { CustomerPolicyView, OrganizationList } from '../../../src/shared/customers/views';
import type { OrganizationId } from '../../../src/shared/ids';
import { CREATORS, ORGANIZATIONS } from '../../../src/shared/words/customer-settings';
import { linesOf } from '../../fields/lines-field';
import { numberProblem } from '../../fields/number-field';

export type NamedGroup = Extract<CustomerPolicy['creators'], { kind: 'groups' }>['groups'][number];
type NamedOrganization = CustomerPolicyView['organizations'][number];

/** The rules of a service project as they stand in the fields, typed but not saved. */
export interface PolicyDraft {
  enabled: boolean;
  creators: CustomerPolicy['creators']['kind'];
  groups: NamedGroup[];
  /** One domain a line. */
  allowedDomains: string;
  deniedDomains: string;
  organizations: CustomerPolicy['organizations']['kind'];
  listed: OrganizationId[];
  dailyPerAgent: string;
  addToProject: boolean;
  existingAccounts: boolean;
  rules: boolean;
  dailyByRules: string;
}

/** The names of the fields in the payload. */
export const FIELDS = {
  creators: 'policy.creators',
  allowedDomains: 'policy.allowedDomains',
  deniedDomains: 'policy.deniedDomains',
  organizations: 'policy.organizations',
  dailyPerAgent: 'policy.dailyPerAgent',
  dailyByRules: 'policy.dailyByRules',
} as const;

type PolicyField = keyof typeof FIELDS;
export type PolicyProblems = Partial<Record<PolicyField, string | undefined>>;

export function draftOf({ policy }: CustomerPolicyView): PolicyDraft {
  return {
    enabled: policy.enabled,
    creators: policy.creators.kind,
    groups: policy.creators.kind === 'groups' ? policy.creators.groups : [],
    allowedDomains: policy.allowedDomains.join('\n'),
    deniedDomains: policy.deniedDomains.join('\n'),
    organizations: policy.organizations.kind,
    listed:
      policy.organizations.kind === 'listed'
        ? policy.organizations.organizations.map(({ organizationId }) => organizationId)
        : [],
    dailyPerAgent: String(policy.dailyPerAgent),
    addToProject: policy.addToProject,
    existingAccounts: policy.existingAccounts,
    rules: policy.rules,
    dailyByRules: String(policy.dailyByRules),
  };
}

/** Returns the organizations to choose from: the project's, and stored ones that aren't among the first of them, or are no longer the project's. */
export function organizationsOf({ organizations, nextOrganizations, policy }: CustomerPolicyView): OrganizationList {
  const stored = policy.organizations.kind === 'listed' ? policy.organizations.organizations : [];
  const known = new Set(organizations.map(({ organizationId }) => organizationId));
  return {
    organizations: [...organizations, ...stored.filter(({ organizationId }) => !known.has(organizationId))],
    ...(nextOrganizations === undefined ? {} : { nextStart: nextOrganizations }),
  };
}

/** Returns the problems that show before anything is sent. */
export function problemsOf(draft: PolicyDraft): PolicyProblems {
  return {
    creators: draft.creators === 'groups' && draft.groups.length === 0 ? CREATORS.required : undefined,
    organizations: draft.organizations === 'listed' && draft.listed.length === 0 ? ORGANIZATIONS.required : undefined,
    dailyPerAgent: numberProblem(draft.dailyPerAgent),
    dailyByRules: numberProblem(draft.dailyByRules),
  };
}

/** Returns the same draft with its lines numbered as they're sent, so that a problem is shown at the right one. */
export function withoutEmptyLines(draft: PolicyDraft): PolicyDraft {
  return {
    ...draft,
    allowedDomains: linesOf(draft.allowedDomains).join('\n'),
    deniedDomains: linesOf(draft.deniedDomains).join('\n'),
  };
}

/** Returns the policy to send. */
export function policyOf(draft: PolicyDraft, organizations: readonly NamedOrganization[]): CustomerPolicy {
  return {
    enabled: draft.enabled,
    creators: draft.creators === 'agents' ? { kind: 'agents' } : { kind: 'groups', groups: draft.groups },
    allowedDomains: linesOf(draft.allowedDomains),
    deniedDomains: linesOf(draft.deniedDomains),
    organizations:
      draft.organizations === 'listed'
        ? {
            kind: 'listed',
            organizations: organizations.filter(({ organizationId }) => draft.listed.includes(organizationId)),
          }
        : { kind: draft.organizations },
    dailyPerAgent: Number(draft.dailyPerAgent),
    addToProject: draft.addToProject,
    existingAccounts: draft.existingAccounts,
    rules: draft.rules,
    dailyByRules: Number(draft.dailyByRules),
  };
}

/** The props of every part of the form. */
export interface PolicyFieldsProps {
  draft: PolicyDraft;
  onEdit: (change: Partial<PolicyDraft>) => void;
  problem: (field: PolicyField) => string | undefined;
}
