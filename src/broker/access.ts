import type { ForbiddenReason } from '../shared/result';
import { ALLOWED, refuse, type Verdict } from './verdict';

/** Names the role that a person needs to request an operation. */
export type Requirement =
  /** None: what they are told is their own. */
  | 'signedIn'
  | 'globalPageVisitor'
  | 'confluenceAdmin'
  | 'siteAdmin'
  | 'nominee'
  | 'supportReader'
  | 'spaceAdmin'
  | 'jiraAdmin'
  | 'agent';

/** Holds the facts proved about the caller. Everything absent or false counts against them. */
export interface CallerFacts {
  confluenceAdmin: boolean;
  siteAdmin: boolean;
  supportReader: boolean;
  nominee: boolean;
  spaceAdmin: boolean;
  jiraAdmin: boolean;
  /** An agent of the project that the call is about. */
  agent: boolean;
}

/**
 * Decides whether a caller has the role that an operation needs: the whole access rule.
 *
 * A Confluence administrator has no say in a space that they don't administer, and a site admin only where they are a Confluence
 * administrator too.
 */
export function decide(caller: CallerFacts, needs: Requirement): Verdict<void, ForbiddenReason> {
  const { confluenceAdmin, siteAdmin, supportReader, nominee, spaceAdmin, jiraAdmin, agent } = caller;
  switch (needs) {
    case 'signedIn':
      return ALLOWED;
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
