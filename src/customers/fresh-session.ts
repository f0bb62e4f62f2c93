import { isFresh } from '../broker/age';
import { AppError, failureOf } from '../broker/errors';
import type { OrganizationId } from '../shared/ids';
import type { CustomerPorts } from './ports';
import { reopenDesk, whyOf, type CustomerDesk } from './project-session';

/**
 * Gives the desk that the next step is judged by, read again if it is older than five seconds. `anew`: read again in any case, as after a wait.
 *
 * Fails as `reopenDesk` does, and from then on always in the same way: what has changed ends the rest.
 */
export type FreshDesk = (again?: 'ifOld' | 'anew') => Promise<CustomerDesk>;

/** Keeps one desk fresh for all who are served at it side by side. */
export function freshDesk(
  ports: CustomerPorts,
  opened: CustomerDesk,
  organizationIds: readonly OrganizationId[],
): FreshDesk {
  let latest = Promise.resolve(opened);
  let { readAt } = opened;
  let isReading = false;
  let isOver = false;
  function readAgain(): void {
    readAt = ports.clock.now();
    isReading = true;
    latest = read(ports, opened, organizationIds).then(
      (desk) => {
        isReading = false;
        return desk;
      },
      (thrown: unknown) => {
        isOver = true;
        throw thrown;
      },
    );
  }
  return async (again = 'ifOld') => {
    // What somebody else began to read before this wait ended is of before.
    const isOfNow = isReading && readAt === ports.clock.now();
    if (again === 'anew' && !isOver && !isOfNow) readAgain();
    let desk = await latest;
    while (!isFresh(ports.clock, desk.readAt)) {
      if (!isReading) readAgain();
      desk = await latest;
    }
    return desk;
  };
}

/** Time that reading again, and one step after it, may need. What has begun for somebody is brought to its end if it can be. */
const READING_MS = 2_000;

async function read(
  ports: CustomerPorts,
  opened: CustomerDesk,
  organizationIds: readonly OrganizationId[],
): Promise<CustomerDesk> {
  try {
    if (ports.deadline.remainingMs() < READING_MS)
      throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    return await reopenDesk(ports, opened, organizationIds);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('request ended', { code: failure.code, reason: whyOf(failure) });
    throw thrown;
  }
}
