// Faults that are planted to see them found: each is one place of src, written otherwise. The first five were in the app once.
import type { Invariant } from '../oracle/invariant';
import { effectsHappenOnce } from '../oracle/invariants/effects-happen-once';
import { factsMatch } from '../oracle/invariants/facts-match';
import { noChangeIsLost } from '../oracle/invariants/no-change-is-lost';
import { outcomesAreTrue } from '../oracle/invariants/outcomes-are-true';
import { quotasHold } from '../oracle/invariants/quotas-hold';
import { rightsHold } from '../oracle/invariants/rights-hold';
import { writesAreRecorded } from '../oracle/invariants/writes-are-recorded';

export interface Fault {
  name: string;
  /** Completes "With this, the app …". */
  does: string;
  /** The invariant that is to find it. */
  expects: Invariant;
  /** Is written otherwise: more than one place where a second guard holds what the first one should. */
  places: readonly [Place, ...Place[]];
}

export interface Place {
  file: string;
  /** Stands exactly once in the file. */
  from: string;
  to: string;
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'old rights',
    does: 'acts on rights that were withdrawn up to a minute ago',
    expects: rightsHold,
    places: [
      {
        file: 'broker/age.ts',
        from: 'const FRESH_MS = 5000;',
        to: 'const FRESH_MS = 60_000;',
      },
    ],
  },
  {
    name: 'guessed outcome',
    does: 'calls a write failed whose answer was lost',
    expects: outcomesAreTrue,
    places: [
      {
        file: 'broker/runs/send-commands.ts',
        from: "one.ending = isLost(failure) ? await endLost(run, grant, thrown) : { kind: 'failed', thrown };",
        to: "void (endLost, isLost, grant), (one.ending = { kind: 'failed', thrown });",
      },
    ],
  },
  {
    name: 'quota at midnight',
    does: 'gives back to the quota of the day that has begun since',
    expects: quotasHold,
    places: [
      {
        file: 'platform/kvs/customer-quota.ts',
        from: 'giveBack: async (subject, { day }) => {',
        to: 'giveBack: async (subject) => {\n      const day = today(clock);',
      },
    ],
  },
  {
    name: 'repeated write',
    does: 'sends a write again whose answer was an error of the server',
    expects: effectsHappenOnce,
    places: [
      {
        file: 'platform/rest/retry.ts',
        from: "if (operation.retry === 'write') return false;",
        to: 'void operation;',
      },
    ],
  },
  {
    name: 'known before a wait',
    does: 'sends a write after a wait by what was known before it',
    expects: rightsHold,
    places: [
      {
        file: 'broker/runs/send-commands.ts',
        from: "run.known = await know(run, 'everything');",
        to: 'void know;',
      },
    ],
  },
  {
    name: 'no record',
    does: 'sends writes whose attempts are not on record',
    expects: writesAreRecorded,
    places: [
      {
        file: 'broker/runs/in-batches.ts',
        from: 'if (recorded.length > 0) await journalOf(run).attempt(recorded.map(({ attempt }) => attempt));',
        to: '',
      },
    ],
  },
  {
    name: 'no pause',
    does: 'goes on as the privileged user while all changes are paused',
    expects: rightsHold,
    places: [
      {
        file: 'broker/privileged-user/still-right.ts',
        from: 'if (pause !== undefined) throw changesPaused(pause);',
        to: 'void [pause, changesPaused];',
      },
    ],
  },
  {
    name: 'admin groups',
    does: 'changes groups that give admin access',
    expects: rightsHold,
    places: [
      {
        file: 'groups/protection.ts',
        from: "if (access.admin) return 'GROUP_GIVES_ADMIN_ACCESS';",
        to: '',
      },
    ],
  },
  {
    name: 'any space',
    does: 'changes groups of other spaces',
    expects: rightsHold,
    places: [
      {
        file: 'groups/policy.ts',
        from: "if (record?.spaceId !== space.spaceId || record.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';",
        to: "if (record?.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';",
      },
      {
        file: 'groups/group-facts.ts',
        from: "if (record?.spaceId !== space.spaceId) throw forbidden('GROUP_OF_ANOTHER_SPACE');\n  return record;",
        to: "if (record === undefined) throw forbidden('GROUP_OF_ANOTHER_SPACE');\n  return record;",
      },
    ],
  },
  {
    name: 'privileged user removed',
    does: 'adds and removes the privileged user',
    expects: rightsHold,
    places: [
      {
        file: 'groups/policy.ts',
        from: 'if (privilegedUser === undefined || !isSameAccount(accountId, privilegedUser)) return undefined;',
        to: "if (privilegedUser !== '' || !isSameAccount(accountId, privilegedUser)) return undefined;",
      },
    ],
  },
  {
    name: 'facts that stay',
    does: 'keeps what it knows of a membership that it removed',
    expects: factsMatch,
    places: [
      {
        file: 'platform/kvs/fact-changes.ts',
        from: 'else if (before !== undefined) transaction.delete(key, { entityName: MEMBERSHIP_FACT });',
        to: '',
      },
    ],
  },
  {
    name: 'second try at once',
    does: 'tries a line of a list again before a late effect can have come',
    expects: effectsHappenOnce,
    places: [
      {
        file: 'broker/runs/open-lines.ts',
        from: 'export const LOOK_AFTER_MS = 3 * 60_000;',
        to: 'export const LOOK_AFTER_MS = 0;',
      },
    ],
  },
  {
    name: 'shared lease',
    does: 'stores a part of a list though somebody else stored it since',
    expects: noChangeIsLost,
    places: [
      {
        file: 'platform/kvs/save-part.ts',
        from: 'const options = { entityName: RUN_PART_STATE, conditions: isAt<StateRow>(seen.version) };',
        to: 'const options = { entityName: RUN_PART_STATE };',
      },
      {
        file: 'platform/kvs/save-part.ts',
        from: 'transaction.check<RunRow>(runId, { entityName: RUN, conditions: isAt<RunRow>(whileRun.version) });',
        to: '',
      },
    ],
  },
];
