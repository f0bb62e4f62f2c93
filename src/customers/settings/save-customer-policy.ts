import { changeAs } from '../../broker/change-as';
import { AppError } from '../../broker/errors';
import { CUSTOMER_FIELDS } from '../../shared/customers/field-problems';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { CustomerPolicyView } from '../../shared/customers/views';
import type { ProjectId } from '../../shared/ids';
import type { FieldProblem } from '../../shared/result';
import { domainOf } from '../email';
import type { InJira } from '../in-jira';
import type { CustomerPorts } from '../ports';
import { withJirasNames } from './policy-organizations';
import { policyViewOf, requireProject } from './policy-view';
import { requireStorable } from './storable';

/** Stores the policy of one service project; it applies from the next request on. Fails with INVALID_INPUT, NOT_FOUND or CONFLICT. */
export async function saveCustomerPolicy(
  ports: CustomerPorts,
  admin: InJira,
  { projectId, policy, version }: { projectId: ProjectId; policy: CustomerPolicy; version: number },
): Promise<CustomerPolicyView> {
  const typed = normalized(policy);
  const [project] = await Promise.all([requireProject(ports, projectId), checkGroups(ports, typed)]);
  const next = { ...typed, organizations: await withJirasNames(ports, project, typed.organizations) };
  requireStorable('policy', next);
  await changeAs(ports, admin, {
    entries: [{ action: 'saveCustomerPolicy', projectId }],
    write: () => ports.customerSettings.savePolicy(projectId, next, version),
  });
  return policyViewOf(ports, project, admin.caller);
}

function normalized(policy: CustomerPolicy): CustomerPolicy {
  const problems: FieldProblem[] = [];
  function read(field: 'allowedDomains' | 'deniedDomains'): string[] {
    return policy[field].flatMap((line, index) => {
      const domain = normal(line);
      if (domain !== undefined) return [domain];
      problems.push({ field: `policy.${field}.${String(index)}`, message: CUSTOMER_FIELDS.domain });
      return [];
    });
  }
  const domains = { allowedDomains: read('allowedDomains'), deniedDomains: read('deniedDomains') };
  if (problems.length > 0) throw new AppError({ code: 'INVALID_INPUT', fields: problems });
  return { ...policy, ...domains };
}

/** Returns a line in DNS form: email domains are compared with the stored line. */
function normal(line: string): string | undefined {
  const isWild = line.startsWith('*.');
  const domain = domainOf(isWild ? line.slice(2) : line);
  return domain === undefined ? undefined : `${isWild ? '*.' : ''}${domain}`;
}

/** Checks the names of a policy's groups against Jira: the policy shows them, and the page could send any. */
async function checkGroups({ jira }: CustomerPorts, { creators }: CustomerPolicy): Promise<void> {
  if (creators.kind !== 'groups') return;
  const problems = await Promise.all(
    creators.groups.map(async ({ groupId, name }, index): Promise<FieldProblem[]> => {
      const found = await jira.searchGroups(name);
      if (found.some((group) => group.groupId === groupId && group.name === name)) return [];
      const field = `policy.creators.groups.${String(index)}`;
      return [{ field, message: CUSTOMER_FIELDS.noSuchGroup }];
    }),
  );
  const fields = problems.flat();
  if (fields.length > 0) throw new AppError({ code: 'INVALID_INPUT', fields });
}
