// Permissions in Jira Service Management. The only file that decides on them.
// https://support.atlassian.com/jira-cloud-administration/docs/customize-jira-service-management-permissions/
import { Refusal } from '../core/refusal';
import { hasAgentLicence, holdsInProject, isJiraAdmin } from '../jira/rules';
import type { Account, Actor, People } from '../people/model';
import { isActive, mayReadEmail } from '../people/rules';
import type { JsmProject, JsmState, ServiceDesk } from './model';

/** Refuses, with an empty body, accounts without an agent license. All operations but one require it. */
export function requireAgentLicence(state: People, account: Account): void {
  if (!hasAgentLicence(state, account)) {
    throw new Refusal(403, '', 'empty');
  }
}

/** Requires a Jira administrator, in the words of a real site's answer: https://community.atlassian.com/forums/Jira-questions/JSM-Cloud-REST-API-Regression-in-customer-creation-endpoint/qaq-p/3237647 */
export function requireJiraAdmin(state: JsmState, { account }: Actor): void {
  if (!isJiraAdmin(state, account)) {
    throw new Refusal(
      403,
      'Unauthorized to perform the requested action, JIRA Administrators global permission is required.',
    );
  }
}

export function requireServiceDeskAdmin(state: JsmState, { account }: Actor, project: JsmProject): void {
  if (!holdsInProject(state, account, project, 'ADMINISTER_PROJECTS')) {
    throw forbidden('Service desk administrator');
  }
}

export function requireAgentOf(state: JsmState, { account }: Actor, project: JsmProject): void {
  if (!holdsInProject(state, account, project, 'SERVICEDESK_AGENT')) {
    throw forbidden('Service desk agent');
  }
}

/** Requires an agent or administrator of any service desk. */
export function requireServiceDeskStaff(state: JsmState, { account }: Actor): void {
  const serviceDesks = [...state.jira.projects.values()].filter(({ serviceDesk }) => serviceDesk !== undefined);
  if (!serviceDesks.some((project) => isStaffOf(state, account, project))) {
    throw forbidden('Service desk administrator or agent');
  }
}

export function isStaffOf(state: JsmState, account: Account, project: JsmProject): boolean {
  return (
    holdsInProject(state, account, project, 'SERVICEDESK_AGENT') ||
    holdsInProject(state, account, project, 'ADMINISTER_PROJECTS')
  );
}

/** Requires permission to create organizations and change their members: the service desks' staff, or only Jira administrators by the site's setting. */
export function requireOrganizationManager(state: JsmState, actor: Actor): void {
  if (!state.jira.organizationsByAdminsOnly) {
    requireServiceDeskStaff(state, actor);
  } else if (!isJiraAdmin(state, actor.account)) {
    throw forbidden('Jira administrator');
  }
}

/** Requires a closed service desk: customers can be removed only where they can't rejoin by themselves. */
export function requireClosedAccess({ access }: ServiceDesk): void {
  if (access === 'open') {
    throw new Refusal(400, 'The service desk has open access.');
  }
}

/** Tells whether the account can be a customer: any kind except apps and inactive accounts. */
export function canBeCustomer(account: Account): boolean {
  return isActive(account) && account.accountType !== 'app';
}

/** Tells whether the actor may read a customer's email. Portal-only customers have no profile that could hide it from agents. */
export function mayReadCustomerEmail(actor: Actor, subject: Account): boolean {
  return subject.accountType === 'customer' || mayReadEmail(actor, subject);
}

function forbidden(who: string): Refusal {
  return new Refusal(403, `${who} permission is required.`);
}
