// The list of what must hold.
import type { Invariant } from './invariant';
import { effectsHappenOnce } from './invariants/effects-happen-once';
import { nothingPersonal } from './invariants/nothing-personal';
import { outcomesAreTrue } from './invariants/outcomes-are-true';
import { protectedGroups } from './invariants/protected-groups';
import { rightsHold } from './invariants/rights-hold';
import { settles } from './invariants/settles';
import { writesAreRecorded } from './invariants/writes-are-recorded';

export const invariants: readonly Invariant[] = [
  writesAreRecorded,
  rightsHold,
  protectedGroups,
  outcomesAreTrue,
  effectsHappenOnce,
  nothingPersonal,
  settles,
];
