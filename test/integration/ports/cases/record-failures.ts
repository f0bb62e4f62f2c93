// How the store of records fails.
import { aGroupId } from '../../../support/ports/builders';
import { failing, type Call, type Case } from '../case';
import { STORAGE_FAILURES } from '../failures';
import { recordOf } from './group-records';

const READS: Record<string, Call> = {
  'records get': { as: 'ann', call: 'get record', use: ({ groupRecords }) => groupRecords.get(aGroupId('g-1')) },
  'records ofSpace': {
    as: 'ann',
    call: 'read records',
    use: ({ groupRecords }, { space }) => groupRecords.ofSpace(space.spaceId),
  },
  'records all': { as: 'ann', call: 'read all records', use: ({ groupRecords }) => groupRecords.all() },
  'records ofSpaceByChange': {
    as: 'ann',
    call: 'read changed records',
    use: ({ groupRecords }, { space }) => groupRecords.ofSpaceByChange(space.spaceId),
  },
  'records startingWith': {
    as: 'ann',
    call: 'find records',
    use: ({ groupRecords }) => groupRecords.startingWith('a'),
  },
  'records search': {
    as: 'ann',
    call: 'search records',
    use: ({ groupRecords }, { space }) => groupRecords.search(space.spaceId, { text: 'a', order: 'name' }),
  },
  'records named': {
    as: 'ann',
    call: 'read named records',
    use: ({ groupRecords }, { space }) => groupRecords.named(space.spaceId, 'a'),
  },
  hasAtLeast: {
    as: 'ann',
    call: 'count records',
    use: ({ groupRecords }, { space }) => groupRecords.hasAtLeast(space.spaceId, 1),
  },
  recorded: { as: 'ann', call: 'read recorded', use: ({ groupRecords }) => groupRecords.recorded([aGroupId('g-1')]) },
};

const WRITES: Record<string, Call> = {
  'records add': {
    as: 'ann',
    call: 'add record',
    use: ({ groupRecords }, stage) => groupRecords.add(recordOf(stage, 'a')),
  },
  'records replace': {
    as: 'ann',
    call: 'replace record',
    use: ({ groupRecords }, stage) => groupRecords.replace(recordOf(stage, 'a'), recordOf(stage, 'a')),
  },
  'records remove': {
    as: 'ann',
    call: 'remove record',
    use: ({ groupRecords }, stage) => groupRecords.remove(recordOf(stage, 'a')),
  },
};

export const recordFailureCases: Case[] = [
  ...failing(READS, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.read }),
  ...failing(WRITES, { STORAGE_UNAVAILABLE: STORAGE_FAILURES.write }),
];
