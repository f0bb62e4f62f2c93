import type { PrivilegedUserView } from '../../../src/shared/broker/views';

export type Nominee = NonNullable<PrivilegedUserView['nominee']>;

/** Returns who is asked and hasn't answered: instead of nobody, or to take over from somebody. */
export function nomineeOf({ state, nominee }: PrivilegedUserView): Nominee | undefined {
  return state.name === 'waiting' ? state : nominee;
}
