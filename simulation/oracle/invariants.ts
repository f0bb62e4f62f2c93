// The list of what must hold.
import type { Invariant } from './invariant';
import { nothingPersonal } from './invariants/nothing-personal';
import { settles } from './invariants/settles';
import { writesAreRecorded } from './invariants/writes-are-recorded';

export const invariants: readonly Invariant[] = [writesAreRecorded, nothingPersonal, settles];
