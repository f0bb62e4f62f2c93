import { AppError, invalidInput } from '../../broker/errors';
import type { FoundCustomer } from '../../shared/customers/results';
import type { InProject } from '../in-project';
import { accountRefusal, customerRefusal, kindOf } from '../policy';
import type { CustomerPorts } from '../ports';
import { openDesk } from '../project-session';
import { readAsk } from '../read-request';

/** The account with an e-mail address, as far as the caller sees it himself. Fails with NOT_FOUND also for what the policy does not allow. */
export async function findCustomer(
  ports: CustomerPorts,
  inProject: InProject,
  { email }: { email: string },
): Promise<FoundCustomer> {
  const desk = await openDesk(ports, inProject, []);
  const read = readAsk({ email }, []);
  if ('rule' in read) throw invalidInput('email', 'Enter one e-mail address, such as ada@example.com.');
  const { ask } = read;
  const hidden = new AppError({ code: 'NOT_FOUND', what: 'account' });
  if (customerRefusal({ ...desk, ask }) !== undefined) throw hidden;
  const found = await ports.jira.findAccount(ask.email.address);
  if (found?.certain !== true || accountRefusal(desk.policy, found.account) !== undefined) throw hidden;
  return { accountId: found.account.accountId, kind: kindOf(found.account) };
}
