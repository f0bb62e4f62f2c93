import { AppError } from '../../broker/errors';
import { fiveAtATime } from '../../broker/side-by-side';
import { CUSTOMER_FIELDS } from '../../shared/customers/field-problems';
import type { CustomerPolicy } from '../../shared/customers/policy';
import type { OrganizationId } from '../../shared/ids';
import type { FieldProblem } from '../../shared/result';
import { say } from '../../shared/words/format';
import type { Organization, ProvedProject } from '../facts';
import type { CustomerPorts } from '../ports';

type Organizations = CustomerPolicy['organizations'];

/**
 * Reads the names of a policy's organizations from Jira: the page could send any. One that Jira doesn't show the caller keeps its stored name.
 *
 * Fails with INVALID_INPUT, naming each that is neither shown nor stored.
 */
export async function withJirasNames(
  ports: CustomerPorts,
  project: ProvedProject,
  chosen: Organizations,
): Promise<Organizations> {
  if (chosen.kind !== 'listed') return chosen;
  const ids = chosen.organizations.map(({ organizationId }) => organizationId);
  const names = await namesOf(ports, project, ids);
  const fields = chosen.organizations.flatMap(({ organizationId, name }, index): FieldProblem[] =>
    names.has(organizationId)
      ? []
      : [
          {
            field: `policy.organizations.organizations.${String(index)}`,
            message: say(CUSTOMER_FIELDS.noSuchOrganization, { name }),
          },
        ],
  );
  if (fields.length > 0) throw new AppError({ code: 'INVALID_INPUT', fields });
  const organizations = ids.map((organizationId) => ({ organizationId, name: names.get(organizationId) ?? '' }));
  return { kind: 'listed', organizations };
}

/** Finds the names of organizations: most come from the project's list in a few calls; the others are read one by one. */
async function namesOf(
  ports: CustomerPorts,
  project: ProvedProject,
  ids: readonly OrganizationId[],
): Promise<ReadonlyMap<OrganizationId, string>> {
  const { found } = await ports.jira.findOrganizations(project, ids);
  const names = new Map((await storedOrganizations(ports, project)).map(byId));
  for (const [organizationId, name] of found.map(byId)) names.set(organizationId, name);
  const known = new Set(found.map(({ organizationId }) => organizationId));
  for (const some of fiveAtATime(ids.filter((organizationId) => !known.has(organizationId)))) {
    const shown = await Promise.all(some.map((organizationId) => ports.jira.organization(organizationId)));
    for (const one of shown) if (one !== undefined) names.set(one.organizationId, one.name);
  }
  return names;
}

async function storedOrganizations(
  { customerSettings }: CustomerPorts,
  { projectId }: ProvedProject,
): Promise<Organization[]> {
  const { organizations } = (await customerSettings.policy(projectId)).value;
  return organizations.kind === 'listed' ? organizations.organizations : [];
}

function byId({ organizationId, name }: Organization): [OrganizationId, string] {
  return [organizationId, name];
}
