import { AppError, invalidInput } from '../../broker/errors';
import { CUSTOMER_FIELDS } from '../../shared/customers/field-problems';
import type { FoundCustomer } from '../../shared/customers/results';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import { openToRead } from '../project-session';
import { readRequest } from '../read-request';
import { accountRefusal, customerRefusal, kindOf } from '../refusals';

/** Finds the account with an email address, as far as the caller sees it themselves. Also fails with NOT_FOUND for accounts that the policy doesn't allow. */
export async function findCustomer(
  ports: CustomerPorts,
  inProject: InProject,
  { email }: { email: string },
): Promise<FoundCustomer> {
  const session = await openToRead(ports, inProject, []);
  const read = readRequest({ email }, []);
  if ('refusal' in read) throw invalidInput('email', CUSTOMER_FIELDS.oneEmail);
  const { request } = read;
  const hidden = new AppError({ code: 'NOT_FOUND', what: 'account' });
  if (customerRefusal({ ...session, request }) !== undefined) throw hidden;
  const found = await ports.jira.findAccount(request.email.address);
  if (found?.certain !== true || accountRefusal(session.policy, found.account) !== undefined) throw hidden;
  return { accountId: found.account.accountId, kind: kindOf(found.account) };
}
