import { AppError, failureOf, isLost } from '../../broker/errors';
import { repeatAfterWait } from '../../broker/runs/short-wait';
import type { CustomerResult } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import { commentLines } from './comment';
import { createOneCustomer } from './create-one-customer';

interface AutomationRequest {
  issueKey: string;
  email: string;
  displayName?: string | undefined;
  organizationId?: OrganizationId | '' | undefined;
}

/** Makes a person named by an automation a customer, and comments the result on the work item, which undoes nothing if it fails. Fails with NOT_FOUND if the caller may not comment there. */
export async function createAndComment(
  ports: CustomerPorts,
  inProject: InProject,
  { issueKey, email, displayName, organizationId }: AutomationRequest,
): Promise<{ result: CustomerResult; commented: boolean | 'unknown' }> {
  if (!(await ports.jira.mayComment(issueKey))) throw new AppError({ code: 'NOT_FOUND', what: 'issue' });
  const organizationIds = organizationId === undefined || organizationId === '' ? [] : [organizationId];
  const result = await createOneCustomer(ports, inProject, { email, displayName, organizationIds });
  try {
    await repeatAfterWait(ports, () => ports.agentWriter.comment(issueKey, commentLines(result)));
    return { result, commented: true };
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('rule result not written', { code: failure.code });
    return { result, commented: isLost(failure) ? 'unknown' : false };
  }
}
