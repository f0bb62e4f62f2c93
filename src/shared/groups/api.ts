import type { z } from 'zod';

import type { Result } from '../result';
import type { globalPayloads, spacePayloads } from './payloads';
import type {
  AdoptOutcome,
  AuditPage,
  CandidatePage,
  CreatedGroup,
  DeletedGroup,
  GlobalSettingsView,
  GroupPage,
  GroupRow,
  GroupView,
  MemberPage,
  MembershipView,
  PeopleResult,
  PrivilegedUserView,
  RulesView,
  SaveOutcome,
  SiteAdminConfirmation,
  SiteChecksView,
  SiteGroupPage,
  SpaceSettingsView,
  SpaceSupportView,
  SupportView,
} from './views';

/** What the global page's calls answer, by function key. */
export interface GlobalAnswers {
  openGlobalSettings: GlobalSettingsView;
  savePrivilegedUser: SaveOutcome;
  acceptNomination: SaveOutcome;
  declineNomination: PrivilegedUserView;
  cancelNomination: PrivilegedUserView;
  removePrivilegedUser: PrivilegedUserView;
  checkPrivilegedUser: PrivilegedUserView;
  deleteStoredCredentials: PrivilegedUserView;
  confirmTokenRevoked: PrivilegedUserView;
  readRules: RulesView;
  saveRules: RulesView;
  listGroupRecords: SiteGroupPage;
  findCandidates: CandidatePage;
  adoptGroups: { groups: AdoptOutcome[] };
  confirmSiteAdmin: SiteAdminConfirmation;
  releaseGroup: { released: boolean };
  transferGroup: GroupRow;
  setGroupDeletable: GroupRow;
  readAudit: AuditPage;
  readSupport: SupportView;
  runSiteChecks: SiteChecksView;
}

/** What the space page's calls answer, by function key. */
export interface SpaceAnswers {
  openSpaceSettings: SpaceSettingsView;
  listGroups: GroupPage;
  createGroup: CreatedGroup;
  deleteGroup: DeletedGroup;
  openGroup: GroupView;
  countMembers: { total: number };
  listMembers: MemberPage;
  isMember: MembershipView;
  addMembers: PeopleResult;
  removeMembers: PeopleResult;
  readSpaceAudit: AuditPage;
  readSpaceSupport: SpaceSupportView;
}

export type Calls<Payloads extends Record<string, z.ZodType>, Answers extends Record<keyof Payloads, unknown>> = {
  [Key in keyof Payloads]: (payload: z.input<Payloads[Key]>) => Result<Answers[Key]>;
};

/** Every call that the global page can make. */
export type GlobalApi = Calls<typeof globalPayloads, GlobalAnswers>;
/** Every call that the space page can make. */
export type SpaceApi = Calls<typeof spacePayloads, SpaceAnswers>;
