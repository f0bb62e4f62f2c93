// Faults that are planted to see them found: each is one place of src, written otherwise. The first five were in the app once.

export interface Fault {
  name: string;
  /** Completes "With this, the app …". */
  does: string;
  file: string;
  /** Stands exactly once in the file. */
  from: string;
  to: string;
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'old rights',
    does: 'acts on rights that were withdrawn up to a minute ago',
    file: 'broker/age.ts',
    from: 'const FRESH_MS = 5000;',
    to: 'const FRESH_MS = 60_000;',
  },
  {
    name: 'guessed outcome',
    does: 'calls a write failed whose answer was lost',
    file: 'broker/runs/send-commands.ts',
    from: "one.ending = isLost(failure) ? await endLost(run, grant, thrown) : { kind: 'failed', thrown };",
    to: "void (endLost, isLost, grant), (one.ending = { kind: 'failed', thrown });",
  },
  {
    name: 'quota at midnight',
    does: 'gives back to the quota of the day that has begun since',
    file: 'platform/kvs/customer-quota.ts',
    from: 'giveBack: async (subject, { day }) => {',
    to: 'giveBack: async (subject) => {\n      const day = today(clock);',
  },
  {
    name: 'repeated write',
    does: 'sends a write again whose answer was an error of the server',
    file: 'platform/rest/retry.ts',
    from: "if (operation.retry === 'write') return false;",
    to: 'void operation;',
  },
  {
    name: 'known before a wait',
    does: 'sends a write after a wait by what was known before it',
    file: 'broker/runs/send-commands.ts',
    from: "run.known = await know(run, 'everything');",
    to: 'void know;',
  },
  {
    name: 'no record',
    does: 'sends writes whose attempts are not on record',
    file: 'broker/runs/in-batches.ts',
    from: 'if (recorded.length > 0) await journalOf(run).attempt(recorded.map(({ attempt }) => attempt));',
    to: '',
  },
  {
    name: 'no pause',
    does: 'goes on as the privileged user while all changes are paused',
    file: 'broker/privileged-user/still-right.ts',
    from: 'if (pause !== undefined) throw changesPaused(pause);',
    to: 'void [pause, changesPaused];',
  },
  {
    name: 'admin groups',
    does: 'changes groups that give admin access',
    file: 'groups/protection.ts',
    from: "if (access.admin) return 'GROUP_GIVES_ADMIN_ACCESS';",
    to: '',
  },
  {
    name: 'any space',
    does: 'changes groups of other spaces',
    file: 'groups/policy.ts',
    from: "if (record?.spaceId !== space.spaceId || record.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';",
    to: "if (record?.groupId !== group.groupId) return 'GROUP_OF_ANOTHER_SPACE';",
  },
  {
    name: 'privileged user removed',
    does: 'adds and removes the privileged user',
    file: 'groups/policy.ts',
    from: 'if (privilegedUser === undefined || !isSameAccount(accountId, privilegedUser)) return undefined;',
    to: "if (privilegedUser !== '' || !isSameAccount(accountId, privilegedUser)) return undefined;",
  },
  {
    name: 'facts that stay',
    does: 'keeps what it knows of a membership that it removed',
    file: 'platform/kvs/fact-changes.ts',
    from: 'else if (before !== undefined) transaction.delete(key, { entityName: MEMBERSHIP_FACT });',
    to: '',
  },
  {
    name: 'second try at once',
    does: 'tries a line of a list again before a late effect can have come',
    file: 'broker/runs/open-lines.ts',
    from: 'export const LOOK_AFTER_MS = 3 * 60_000;',
    to: 'export const LOOK_AFTER_MS = 0;',
  },
  {
    name: 'shared lease',
    does: 'stores a part of a list though somebody else stored it since',
    file: 'platform/kvs/save-part.ts',
    from: 'const options = { entityName: RUN_PART_STATE, conditions: isAt<StateRow>(seen.version) };',
    to: 'const options = { entityName: RUN_PART_STATE };',
  },
];
