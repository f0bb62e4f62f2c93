import { isFresh } from '../broker/age';
import { AppError, failureOf } from '../broker/errors';
import type { OrganizationId } from '../shared/ids';
import type { CustomerPorts } from './ports';
import { reopenSession, whyOf, type ProjectSession } from './project-session';

/**
 * Returns the session that decides the next call, read again if it is older than five seconds. `anew`: read again in any case, as after a wait.
 *
 * Fails as `reopenSession` does, and from then on always in the same way: a change ends the rest.
 */
export type FreshSession = (again?: 'ifOld' | 'anew') => Promise<ProjectSession>;

/** Keeps one session fresh for everybody served in it side by side. */
export function keepFresh(
  ports: CustomerPorts,
  opened: ProjectSession,
  organizationIds: readonly OrganizationId[],
): FreshSession {
  let latest = Promise.resolve(opened);
  let { readAt } = opened;
  let isReading = false;
  let isOver = false;
  function readAgain(): void {
    readAt = ports.clock.now();
    isReading = true;
    latest = read(ports, opened, organizationIds).then(
      (session) => {
        isReading = false;
        return session;
      },
      (thrown: unknown) => {
        isOver = true;
        throw thrown;
      },
    );
  }
  return async (again = 'ifOld') => {
    // A reading that began before this wait ended is too old.
    const isOfNow = isReading && readAt === ports.clock.now();
    if (again === 'anew' && !isOver && !isOfNow) readAgain();
    let session = await latest;
    while (!isFresh(ports.clock, session.readAt)) {
      if (!isReading) readAgain();
      session = await latest;
    }
    return session;
  };
}

/** Time that reading again, and one call after it, may take. Work begun for a person is finished if possible. */
const READING_MS = 2_000;

async function read(
  ports: CustomerPorts,
  opened: ProjectSession,
  organizationIds: readonly OrganizationId[],
): Promise<ProjectSession> {
  try {
    if (ports.deadline.remainingMs() < READING_MS)
      throw new AppError({ code: 'UPSTREAM_UNAVAILABLE', changed: 'nothing' });
    return await reopenSession(ports, opened, organizationIds);
  } catch (thrown) {
    const failure = failureOf(thrown);
    if (failure === undefined) throw thrown;
    ports.log.warn('request ended', { code: failure.code, reason: whyOf(failure) });
    throw thrown;
  }
}
