import type { ForbiddenReason } from '../shared/result';
import { allow, refuse, type Verdict } from './verdict';

/** What a person must be to take an action. */
type Requirement =
  | 'globalPageVisitor'
  | 'confluenceAdmin'
  | 'siteAdmin'
  | 'nominee'
  | 'supportReader'
  | 'spaceAdmin'
  | 'jiraAdmin'
  | 'agent';

interface ActionRow {
  needs: Requirement;
  effect: 'read' | 'write';
}

/** Every action that a row of an entry table can name: who may take it, and whether it changes anything. */
export const ACTIONS = {
  openGlobalPage: { needs: 'globalPageVisitor', effect: 'read' },
  readConfiguration: { needs: 'confluenceAdmin', effect: 'read' },
  readSupport: { needs: 'supportReader', effect: 'read' },
  savePrivilegedUser: { needs: 'confluenceAdmin', effect: 'write' },
  cancelNomination: { needs: 'confluenceAdmin', effect: 'write' },
  acceptNomination: { needs: 'nominee', effect: 'write' },
  declineNomination: { needs: 'nominee', effect: 'write' },
  removePrivilegedUser: { needs: 'confluenceAdmin', effect: 'write' },
  deleteStoredCredentials: { needs: 'confluenceAdmin', effect: 'write' },
  confirmTokenRevoked: { needs: 'confluenceAdmin', effect: 'write' },
  saveRules: { needs: 'confluenceAdmin', effect: 'write' },
  runSiteChecks: { needs: 'confluenceAdmin', effect: 'write' },
  releaseGroup: { needs: 'confluenceAdmin', effect: 'write' },
  confirmSiteAdmin: { needs: 'confluenceAdmin', effect: 'write' },
  // Who gives a space's admins a group, or more rights over one, must hold those rights themselves: proved within the hour.
  adoptGroup: { needs: 'siteAdmin', effect: 'write' },
  transferGroup: { needs: 'siteAdmin', effect: 'write' },
  setGroupDeletable: { needs: 'siteAdmin', effect: 'write' },
  readSpace: { needs: 'spaceAdmin', effect: 'read' },
  createGroup: { needs: 'spaceAdmin', effect: 'write' },
  deleteGroup: { needs: 'spaceAdmin', effect: 'write' },
  addMember: { needs: 'spaceAdmin', effect: 'write' },
  removeMember: { needs: 'spaceAdmin', effect: 'write' },
  readCustomerSettings: { needs: 'jiraAdmin', effect: 'read' },
  saveCustomerSettings: { needs: 'jiraAdmin', effect: 'write' },
  readCustomers: { needs: 'agent', effect: 'read' },
  createCustomer: { needs: 'agent', effect: 'write' },
} as const satisfies Record<string, ActionRow>;

export type Action = keyof typeof ACTIONS;

/** An action that changes something. */
export type WriteAction = { [A in Action]: (typeof ACTIONS)[A]['effect'] extends 'write' ? A : never }[Action];

/** Whether an action changes something, so that its refusal is recorded. */
export function isWriteAction(action: Action): action is WriteAction {
  return ACTIONS[action].effect === 'write';
}

/** What is proved of the person who calls. Everything absent or false counts against him. */
export interface CallerFacts {
  confluenceAdmin: boolean;
  siteAdmin: boolean;
  supportReader: boolean;
  nominee: boolean;
  spaceAdmin: boolean;
  jiraAdmin: boolean;
  /** Of the project that the call is about. */
  agent: boolean;
}

const ALLOWED = allow(undefined);

/**
 * The whole access rule: who may take which action.
 *
 * A Confluence administrator has no say in a space that he does not administer, and a site admin only where he is a Confluence
 * administrator too.
 */
export function decide(caller: CallerFacts, action: Action): Verdict<void, ForbiddenReason> {
  const { confluenceAdmin, siteAdmin, supportReader, nominee, spaceAdmin, jiraAdmin, agent } = caller;
  switch (ACTIONS[action].needs) {
    case 'globalPageVisitor':
      return confluenceAdmin || supportReader || nominee ? ALLOWED : refuse('NOT_CONFLUENCE_ADMIN');
    case 'confluenceAdmin':
      return confluenceAdmin ? ALLOWED : refuse('NOT_CONFLUENCE_ADMIN');
    case 'siteAdmin':
      if (!confluenceAdmin) return refuse('NOT_CONFLUENCE_ADMIN');
      return siteAdmin ? ALLOWED : refuse('NOT_SITE_ADMIN');
    case 'nominee':
      return nominee ? ALLOWED : refuse('NOT_NOMINATED');
    case 'supportReader':
      return confluenceAdmin || supportReader ? ALLOWED : refuse('NOT_SUPPORT_READER');
    case 'spaceAdmin':
      return spaceAdmin ? ALLOWED : refuse('NOT_SPACE_ADMIN');
    case 'jiraAdmin':
      return jiraAdmin ? ALLOWED : refuse('NOT_JIRA_ADMIN');
    case 'agent':
      return agent ? ALLOWED : refuse('NOT_AGENT');
  }
}
