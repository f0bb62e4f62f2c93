import type { Sentence } from './format';

/** Says what a use case about groups finds wrong with a field, and how to correct it. The findings of schemas are in shared/field-problems. */
export const REFUSED_FIELDS = {
  pickAtMost: {
    one: 'Pick at most {n} person at a time. A Confluence administrator set this limit.',
    other: 'Pick at most {n} people at a time. A Confluence administrator set this limit.',
  },
  listAtMost: {
    one: 'Change at most {n} person with one list. A Confluence administrator set this limit.',
    other: 'Change at most {n} people with one list. A Confluence administrator set this limit.',
  },
  tooManyMembers: 'This group has more than {most} members. Bring the people as a list instead.',
  noMembers: 'Confluence doesn’t show you any members of this group.',
  inNoGroup: 'This person isn’t in any group of this space anymore. Look again.',
  removeYourself: 'You’re about to remove yourself. Confirm that you lose what this group gives you.',
  oneChange: 'Undo one change at a time: people who were added to one group, or removed from it.',
  deleteYours: 'You’re in this group yourself. Confirm that you lose what it gives you.',
  typeName: 'Type {group} to confirm.',
  typeNumber: 'Type {number} to confirm.',
  nameWithKey: 'This space’s key can’t be part of a group name.',
  nameTooLong: 'The whole name is too long. Enter a shorter one.',
  nameNotAccepted:
    'Confluence didn’t accept this name. A group may have it with other capital letters. Enter another name.',
  patternReserved: 'Atlassian reserves names like these. Choose another prefix or suffix.',
  spaceNotFound: 'There isn’t a space with this key or ID, or you can’t see it. Check it.',
  personalSpacesOff: 'Personal spaces are turned off. Turn them on under Rules, or choose another space.',
  checkPrivilegedUser: 'This is the privileged user, who is never put into a group. Pick somebody else.',
  checkLeft: 'This account isn’t on this site. Pick somebody else.',
  checkDeactivated: 'This account is deactivated. Pick somebody else.',
  checkNotPerson: 'This is an app’s or a customer’s account. Pick somebody else.',
} as const satisfies Record<string, Sentence>;
