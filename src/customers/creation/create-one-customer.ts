import { AppError } from '../../broker/errors';
import { orLog } from '../../broker/or-log';
import type { CustomerResult } from '../../shared/customers/results';
import type { OrganizationId } from '../../shared/ids';
import type { InProject } from '../in-project';
import type { CustomerPorts } from '../ports';
import type { KeptAnswer } from '../ports';
import { openSession, type ProjectSession } from '../project-session';
import type { TypedPerson } from '../read-request';
import { isInEveryTarget } from './add-to-targets';
import { makeCustomers } from './make-customers';

interface Request extends TypedPerson {
  organizationIds: OrganizationId[];
  idempotencyKey?: string | undefined;
}

/**
 * Makes one person a customer, for a script. With an idempotency key a repeated request gets the first one's result for 24 hours.
 *
 * Fails with CONFLICT if the key was used for another request (`requestBody`), or if the first one is still running (`requestRunning`).
 */
export async function createOneCustomer(
  ports: CustomerPorts,
  inProject: InProject,
  request: Request,
): Promise<CustomerResult> {
  const { idempotencyKey, ...content } = request;
  // A kept result is returned only to a caller who is still allowed.
  const session = await openSession(ports, inProject, request.organizationIds);
  if (idempotencyKey === undefined) return create(ports, session, request);
  const { caller, project } = inProject;
  const fingerprint = ports.digests.of(`${caller}\nPOST /customers\n${idempotencyKey}`);
  // The key is part of it, so that equal bodies of other people give other digests.
  const body = ports.digests.of(`${idempotencyKey}\n${project.projectId}\n${JSON.stringify(content)}`);
  const known = await ports.repeatedRequests.begin(fingerprint, body);
  if (known === 'otherBody') throw new AppError({ code: 'CONFLICT', what: 'requestBody' });
  if (known === 'running') throw new AppError({ code: 'CONFLICT', what: 'requestRunning' });
  if (known !== 'new') return resultIn(known);
  let result: CustomerResult | undefined;
  try {
    result = await create(ports, session, request);
    return result;
  } finally {
    await keep(ports, fingerprint, body, result);
  }
}

async function create(ports: CustomerPorts, session: ProjectSession, request: Request): Promise<CustomerResult> {
  const [result] = await makeCustomers(ports, session, [request], request.organizationIds);
  if (result === undefined) throw new Error('No result for one person');
  return result;
}

function resultIn({ body }: KeptAnswer): CustomerResult {
  return JSON.parse(body) as CustomerResult;
}

/** Stores a final result under its key, or else frees the key. If neither can be stored, the caller still gets the result. */
async function keep(
  ports: CustomerPorts,
  fingerprint: string,
  body: string,
  result: CustomerResult | undefined,
): Promise<void> {
  return orLog(ports, 'answer not kept', () =>
    result === undefined || !isFinal(result)
      ? ports.repeatedRequests.forget(fingerprint)
      : ports.repeatedRequests.finish(fingerprint, body, { status: 200, body: JSON.stringify(result) }),
  );
}

/** Tells whether everything is done, so that another request has nothing left to do. */
function isFinal(result: CustomerResult): boolean {
  return (result.account.outcome === 'created' || result.account.outcome === 'existed') && isInEveryTarget(result);
}
