// Mutants that no test can catch, and why: each is explained here, or it's alive.

export interface Known {
  id: string;
  /** As the mutant says it: another change at this place needs another look. */
  from: string;
  to: string;
  because: string;
}

export interface Explanations {
  /** Mutants with which the app does the same. */
  equivalent: readonly Known[];
  /** Mutants whose fault another place stops: `guard` is that place, written otherwise, and both together are caught. */
  guarded: readonly (Known & { guard: Omit<Known, 'because'> })[];
}

export const EXPLANATIONS: Explanations = {
  equivalent: [],
  guarded: [
    {
      id: 'groups/people/person-job/judgeInGroup/no-refusal',
      from: "return refuse('GROUP_OF_ANOTHER_SPACE');",
      to: ';',
      because: 'The policy refuses a group whose record is not of this space, or that has none, for the same reason.',
      guard: {
        id: 'groups/policy/groupRefusal/no-refusal',
        from: "return 'GROUP_OF_ANOTHER_SPACE';",
        to: ';',
      },
    },
  ],
};
