// Coverage of people.
import type { CoverageRow } from '../../../coverage/coverage';

export const peopleCoverage: readonly CoverageRow[] = [
  {
    what: 'getUser',
    operations: ['getUser'],
    behavior: 'portal customer, closed, unknown: 404',
    source: '[v1 users]',
    sure: 'S',
    testedBy: [['unit/sandbox/site/confluence/users', 'who is unknown, a customer or gone is 404']],
  },
  {
    what: 'users',
    operations: ['getUser', 'getCurrentUser', 'getBulkUserLookup', 'getGroupMembersByGroupId'],
    behavior: "an email only to its owner's own Basic client, or to all if the profile shows it to anyone",
    source: 'privacy guide',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/users', 'keeps an email address from everyone but its owner, and from every app'],
    ],
  },
  {
    what: 'createBulkUserLookup',
    operations: ['createBulkUserLookup'],
    behavior: '1 to 250; unknown ones left out; status and type told',
    source: '[v2 user]',
    sure: 'D',
    but: 'points S',
    testedBy: [
      ['unit/sandbox/site/confluence/users', 'v2 takes 250 at most'],
      ['unit/sandbox/site/confluence/users', 'v2 tells kinds and states apart and leaves unknown ids out'],
    ],
  },
  {
    what: 'searchUser',
    operations: ['searchUser'],
    behavior:
      'CQL: `type=user`, `user` and `user.accountid` with `=`, `!=`, `IN`, `NOT IN`, `user.fullname ~`, joined by AND; else 400, or 501 where the rest of the language can be told',
    source: 'v1 search, CQL',
    sure: 'D',
    but: 'a subset',
    testedBy: [
      ['unit/sandbox/site/confluence/users', '%s finds %j'],
      ['unit/sandbox/site/confluence/users', 'refuses what it does not understand: %s'],
      ['unit/sandbox/site/core/odd-requests', 'CQL that Atlassian documents and the sandbox does not model is 501: %s'],
    ],
  },
  {
    what: 'searchUser',
    operations: ['searchUser'],
    behavior: "at most 100 a page; the total is the page's",
    source: 'pipeshub PR 1219',
    sure: 'R',
    testedBy: [
      ['unit/sandbox/site/confluence/users', 'gives 100 at most'],
      [
        'unit/sandbox/site/confluence/users',
        'has pages of 25, calls the page’s size the total, and says where the next one is',
      ],
    ],
  },
  {
    what: 'getCurrentUser',
    operations: ['getCurrentUser'],
    behavior: 'the impersonated person, or the app’s own account; `operations` if they are asked for',
    source: '[v1 users]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/users', 'is the impersonated person, or the app’s own account'],
      ['unit/sandbox/site/confluence/users', 'has operations only if they are asked for'],
    ],
  },
  {
    what: 'getBulkUserLookup',
    operations: ['getBulkUserLookup'],
    behavior: 'the first 100 ids',
    source: '[v1 users]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/confluence/users', 'v1 reads the first 100']],
  },
];
