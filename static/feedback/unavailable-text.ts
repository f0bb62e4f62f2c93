import type { UnavailableCause } from '../../src/shared/result';

/** Why no group can be changed, for somebody who can't mend it himself. */
export function unavailableText(cause: UnavailableCause): string {
  switch (cause) {
    case 'notConfigured':
      return 'No privileged user is set up. It is the account whose rights this app uses.';
    case 'legacy':
      return 'The app still holds an e-mail address and an API token, and token access ended on Monday 8 December 2025. A privileged user must be chosen instead.';
    case 'waiting':
      return 'A privileged user is chosen, but has not accepted yet.';
    case 'lacksPermission':
      return 'The privileged user may no longer manage groups on this site.';
    case 'deactivated':
      return 'The privileged user’s account is deactivated.';
    case 'left':
      return 'The privileged user is no longer on this site.';
    case 'noAppAccess':
      return 'Forge won’t act for the privileged user. Sharing the app or adding them as a contributor helps, and so may their opening the app once.';
    case 'unsupportedAccountType':
      return 'The privileged user is an app, service or customer account, for which the app can’t act.';
    case 'notApproved':
      return 'Permissions that this app asks for await the approval of a site administrator.';
    case 'notKnown':
      return 'Forge refused the call, and it isn’t known why: permissions of this app may await approval, or Forge won’t act for the privileged user.';
  }
}
