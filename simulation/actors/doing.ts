import type { World } from '../world/world';
import type { Actor } from './people';
import type { Sent } from './pick';

/** Holds what somebody begins. */
export interface Doing {
  /** The account of whoever acts. */
  actor: string;
  operation: string;
  /** True: they may not, or send what nobody should. */
  unfit?: boolean;
  begin: () => Promise<unknown>;
}

/** Says where a call of a page comes from. */
interface Place {
  moduleKey: string;
  context?: Record<string, unknown>;
}

/** Lets somebody send a call of a page. */
export function onPage({ sandbox }: World, by: Actor, sent: Sent | undefined, place: Place): Doing | undefined {
  if (sent === undefined) return undefined;
  const { functionKey, payload, isBent } = sent;
  const { accountId, unfit } = by;
  return {
    actor: accountId,
    operation: functionKey,
    unfit: unfit || isBent,
    begin: () => sandbox.invoke({ ...place, functionKey, payload, accountId }),
  };
}
