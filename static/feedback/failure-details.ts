import type { ApiError, Changed } from '../../src/shared/result';

/** What a failed call has changed, and what that means for trying again. */
export function changedText(changed: Changed): string {
  switch (changed) {
    case 'nothing':
      return 'Nothing was changed.';
    case 'some':
      return 'A part was changed: look at the list before you try again.';
    case 'unknown':
      return 'It is not known yet whether it took effect: the audit tells within the hour. Look at the list before you try again.';
  }
}

/** What a refusal has changed: nothing, or that the group of a write test came and went. */
export function testGroupText(testGroup: 'deleted' | 'stays' | undefined): string {
  switch (testGroup) {
    case undefined:
      return 'Nothing was changed.';
    case 'deleted':
      return 'A test group was created and deleted. Nothing was saved.';
    case 'stays':
      return 'A test group was created and couldn’t be deleted: the app tries again daily. Nothing was saved.';
  }
}

/** What was not found. */
export function notFoundText(what: Extract<ApiError, { code: 'NOT_FOUND' }>['what']): string {
  switch (what) {
    case 'group':
      return 'The group no longer exists, or you may not see it.';
    case 'space':
      return 'There is no such space, or you may not see it.';
    case 'account':
      return 'There is no such account on this site, or you may not see it.';
    case 'record':
      return 'The app has no record of this group: somebody may have released or deleted it meanwhile.';
    case 'function':
      return 'This page is older than the app behind it.';
    case 'project':
      return 'There is no such service project, or you may not see it.';
    case 'organization':
      return 'The organization no longer exists, or you may not see it.';
    case 'issue':
      return 'There is no such work item, or you may not see it.';
  }
}

/** What somebody else has changed meanwhile. */
export function conflictText(what: Extract<ApiError, { code: 'CONFLICT' }>['what']): string {
  switch (what) {
    case 'settings':
      return 'Another administrator has saved since you opened this page. Nothing was changed. Reload to see the present settings; what you typed is kept until then.';
    case 'groupName':
      return 'A group of this name exists on the site already, here or elsewhere. Nothing was changed. Choose another name; if it should be this space’s group, ask a site admin to take it over.';
    case 'record':
      return 'Somebody has changed this group’s record meanwhile. Nothing was changed. Reload and look again.';
    case 'account':
      return 'An account with this e-mail address exists already. Nothing was changed.';
    case 'requestBody':
    case 'requestRunning':
      return 'The same request was sent before. Nothing was changed by this one. Reload to see what came of the first.';
  }
}
