// Coverage of groups and their members.
import type { CoverageRow } from '../../../coverage/coverage';

export const groupCoverage: readonly CoverageRow[] = [
  {
    what: 'group writes',
    operations: ['createGroup', 'removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: 'site admins only: by a role of their own, or by a group that gives it',
    source: '[v1 group]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', '%s may not: only site admins may'],
      [
        'unit/sandbox/site/confluence/group-writes',
        'whoever may manage groups by a role of their own needs no group for it',
      ],
    ],
  },
  {
    what: 'group writes',
    operations: ['createGroup', 'removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: '`org-admins` gives nothing, though `accessType=site-admin` lists it',
    source: '[Admin API]',
    sure: 'D',
    but: 'that it is listed R',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', 'a group that Confluence lists for site admins makes nobody one'],
    ],
  },
  {
    what: 'group writes',
    operations: ['createGroup', 'removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: "Confluence administrators and the app itself: 403 in the identity service's words",
    source: '[report 92540]',
    sure: 'R',
    but: 'of Jira',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', '%s may not: only site admins may'],
      [
        'unit/sandbox/site/confluence/group-writes',
        'the app in its own name may not, even if its account is in the site admins',
      ],
    ],
  },
  {
    what: 'createGroup',
    operations: ['createGroup'],
    behavior:
      'blank, padded, with control characters, taken in any case, or over 255 characters: 400; reserved names such as `confluence-…` are taken',
    source: "[v1 group]; Jira's twin",
    sure: 'D',
    but: 'S; lenient on reserved names',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', 'is refused for a name that is %s'],
      ['unit/sandbox/site/core/odd-requests', 'whose name no one could read are refused: %j'],
    ],
  },
  {
    what: 'addUserToGroupByGroupId',
    operations: ['addUserToGroupByGroupId'],
    behavior: 'a member already: 400',
    source: '[AX-17], of Jira',
    sure: 'S',
    testedBy: [['unit/sandbox/site/confluence/group-writes', 'adding answers 201 without a body, adding again 400']],
  },
  {
    what: 'addUserToGroupByGroupId',
    operations: ['addUserToGroupByGroupId'],
    behavior: 'app, portal customer, deactivated account: 400; an account without Confluence: 201',
    source: '[creating groups]',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', 'the account of %s cannot join a group'],
      ['unit/sandbox/site/confluence/group-writes', 'someone without access to Confluence can join a group'],
    ],
  },
  {
    what: 'membership writes',
    operations: ['addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: 'unknown account or group: 404',
    source: '[v1 group]',
    sure: 'D',
    testedBy: [['unit/sandbox/site/confluence/group-writes', 'an unknown account or group is 404']],
  },
  {
    what: 'removeMemberFromGroupByGroupId',
    operations: ['removeMemberFromGroupByGroupId'],
    behavior: 'somebody who is not a member: 204',
    source: '[v1 group]',
    sure: 'D',
    testedBy: [
      [
        'unit/sandbox/site/confluence/group-writes',
        'removing answers 204, whether or not there was anything to remove',
      ],
    ],
  },
  {
    what: 'writes to EXTERNAL and team groups',
    operations: ['removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: '403, for site admins too',
    source: '[Admin API]',
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/group-writes', '%s is not the site admins’ to change: its %s is in charge'],
    ],
  },
  {
    what: 'removeGroupById',
    operations: ['removeGroupById'],
    behavior: 'takes its space permissions and roles along',
    source: 'support pages',
    sure: 'D',
    testedBy: [['unit/sandbox/site/confluence/group-writes', 'takes its permissions and roles in every space with it']],
  },
  {
    what: 'removeGroupById, membership',
    operations: ['removeGroupById', 'addUserToGroupByGroupId', 'removeMemberFromGroupByGroupId'],
    behavior: "groups that give admin or product access can be changed: the app's own guard must hold",
    sure: 'S',
    but: 'lenient on purpose',
    testedBy: [],
  },
  {
    what: 'getGroupMembersByGroupId',
    operations: ['getGroupMembersByGroupId'],
    behavior: 'unknown group: 200 and empty; deactivated people left out; limit over 200: 400',
    source: 'live suite of confluence.js; [v1 group]',
    sure: 'R',
    but: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/group-reads', 'of an unknown group are an empty page, as if everyone had left'],
      ['unit/sandbox/site/confluence/group-reads', 'who are deactivated are left out in silence'],
      ['unit/sandbox/site/confluence/group-reads', 'come at most 200 to a page: more is refused'],
    ],
  },
  {
    what: 'getGroups, searchGroups, memberof',
    operations: ['getGroups', 'searchGroups', 'getGroupMembershipsForUser'],
    behavior: 'a limit over 200 is cut short, and the next link then skips rows',
    source: '[onyx PR 4129]',
    sure: 'R',
    testedBy: [
      ['unit/sandbox/site/confluence/group-reads', 'cuts a page above 200 short, and its next link skips rows'],
    ],
  },
  {
    what: 'getGroups',
    operations: ['getGroups'],
    behavior: '`accessType` filters by what a group grants; never a total',
    source: '[v1 group]; CONFCLOUD-83030',
    sure: 'D',
    but: 'R',
    testedBy: [
      ['unit/sandbox/site/confluence/group-reads', 'can be narrowed to those that give access'],
      ['unit/sandbox/site/confluence/group-reads', 'never tells the total'],
    ],
  },
  {
    what: 'getGroups, `accessType`',
    operations: ['getGroups'],
    behavior:
      'for people who are no admins: complete; a switch in the model (`setAccessLists`, `accessLists` of a seed) makes it `shortened` to one group, `empty` or `refused` with 403',
    source: '[v1 group] names no other right than the use of Confluence; nobody has published what a space admin gets',
    sure: 'D',
    but: 'the switch S',
    testedBy: [
      [
        'unit/sandbox/site/confluence/group-reads',
        'by access is %s for people who are no admins, on a site that keeps it from them',
      ],
    ],
  },
  {
    what: 'searchGroups',
    operations: ['searchGroups'],
    behavior: 'part of the name, case counts; empty query: 400',
    source: "Jira's twin",
    sure: 'S',
    testedBy: [
      ['unit/sandbox/site/confluence/group-reads', 'finds a part of the name and minds its case'],
      ['unit/sandbox/site/confluence/group-reads', 'refuses %s'],
    ],
  },
  {
    what: 'getGroupMembershipsForUser',
    operations: ['getGroupMembershipsForUser'],
    behavior: 'unknown account: 200 and empty',
    source: 'no 404 is documented',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/site/confluence/group-reads',
        'the groups of an account are listed, and those of an unknown one are none',
      ],
    ],
  },
  {
    what: 'getGroupMembershipsForUser, removeMemberFromGroupByGroupId',
    operations: ['getGroupMembershipsForUser', 'removeMemberFromGroupByGroupId'],
    behavior: 'a deactivated account keeps its memberships, and can be removed',
    source: '[deactivating a user] speaks of access alone',
    sure: 'S',
    testedBy: [
      [
        'unit/sandbox/site/confluence/group-reads',
        'who are deactivated stay members: their own groups say so, and a site admin can remove them',
      ],
    ],
  },
  {
    what: 'getGroupByGroupId',
    operations: ['getGroupByGroupId'],
    behavior: 'tells who manages the group; unknown: 404',
    source: '[v1 group]',
    sure: 'D',
    testedBy: [
      ['unit/sandbox/site/confluence/group-reads', 'says who manages it'],
      ['unit/sandbox/site/confluence/group-reads', 'that is unknown is 404'],
    ],
  },
];
