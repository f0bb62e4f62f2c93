// The list of what must hold.
import type { Invariant } from './invariant';
import { adminsDecide } from './invariants/admins-decide';
import { answersAreTyped } from './invariants/answers-are-typed';
import { attemptsEnd } from './invariants/attempts-end';
import { bounded } from './invariants/bounded';
import { effectsHappenOnce } from './invariants/effects-happen-once';
import { factsMatch } from './invariants/facts-match';
import { givenBySiteAdmins } from './invariants/given-by-site-admins';
import { invalidChangesNothing } from './invariants/invalid-changes-nothing';
import { noChangeIsLost } from './invariants/no-change-is-lost';
import { nothingPersonal } from './invariants/nothing-personal';
import { outcomesAreTrue } from './invariants/outcomes-are-true';
import { protectedGroups } from './invariants/protected-groups';
import { quotasHold } from './invariants/quotas-hold';
import { rightsHold } from './invariants/rights-hold';
import { settles } from './invariants/settles';
import { storedChanges } from './invariants/stored-changes';
import { writesAreRecorded } from './invariants/writes-are-recorded';

export const invariants: readonly Invariant[] = [
  writesAreRecorded,
  rightsHold,
  givenBySiteAdmins,
  adminsDecide,
  storedChanges,
  protectedGroups,
  outcomesAreTrue,
  effectsHappenOnce,
  factsMatch,
  noChangeIsLost,
  quotasHold,
  nothingPersonal,
  bounded,
  answersAreTyped,
  invalidChangesNothing,
  settles,
  attemptsEnd,
];
