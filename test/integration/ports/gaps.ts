// What the ports name and no case brings about, with the reason. The suite fails for a line that a case does bring about.

export interface Gap {
  methods: readonly string[];
  what: string;
  reason: string;
}

export const GAPS: readonly Gap[] = [
  {
    methods: ['jiraPeople.maySearch'],
    what: '"jiraNotConnected"',
    reason: 'the stage is connected to Jira: groups/resolve-people.test.ts has a site that is not',
  },
  {
    methods: ['storageProbe.writeUsedKey', 'storageProbe.writeAgainstCondition'],
    what: '{} with holds: false',
    reason: 'both stores refuse what they must: the app asks in case Forge ever does not',
  },
];
