import type { ExportPage } from '../broker/site-export';
import type {
  AuditPage,
  GlobalSettingsView,
  PrivilegedUserView,
  SaveOutcome,
  SiteAdminConfirmation,
  SpaceSupportView,
  SupportView,
} from '../broker/views';
import type { Calls } from '../calls';
import type { ChangeLines, ChangePage, ChangeView, StillWaiting } from './changes';
import type { FirstRunView } from './first-run';
import type { ResolvedPeople } from './lists';
import type { MemberPage, MembersView, MembershipView, NamedMemberPage, PersonGroups } from './member-views';
import type { globalPayloads, spacePayloads } from './payloads';
import type { FoundGroupPage, ResolvedGroups, TakeoverLines, TakeoverPage, TakeoverView } from './takeovers';
import type {
  CreatedGroup,
  DeletedGroup,
  FoundSpaces,
  GroupChangeability,
  GroupNumbers,
  GroupPage,
  GroupRow,
  GroupView,
  PeopleResult,
  RulesView,
  SiteChecksView,
  SiteGroupPage,
  SpaceAccess,
  SpaceAuditPage,
  SpaceRoles,
  SpaceSettingsView,
} from './views';
import type { WaitingView } from './waiting';

/** Lists the answers of the global page's calls, by function key. */
export interface GlobalAnswers {
  openGlobalSettings: GlobalSettingsView;
  savePrivilegedUser: SaveOutcome;
  acceptNomination: SaveOutcome;
  declineNomination: PrivilegedUserView;
  cancelNomination: PrivilegedUserView;
  removePrivilegedUser: PrivilegedUserView;
  pauseChanges: PrivilegedUserView;
  resumeChanges: PrivilegedUserView;
  checkPrivilegedUser: PrivilegedUserView;
  deleteStoredCredentials: PrivilegedUserView;
  confirmTokenRevoked: PrivilegedUserView;
  readWaiting: WaitingView;
  readFirstRun: FirstRunView;
  endFirstStep: FirstRunView;
  readRules: RulesView;
  findSpaces: FoundSpaces;
  saveRules: RulesView;
  listGroupRecords: SiteGroupPage;
  findGroupRecords: SiteGroupPage;
  listGroupMembers: MemberPage;
  findGroups: FoundGroupPage;
  resolveTakeover: ResolvedGroups;
  listTakeovers: TakeoverPage;
  planTakeover: TakeoverView;
  applyTakeover: TakeoverView;
  watchTakeover: TakeoverView | StillWaiting;
  readTakeoverLines: TakeoverLines;
  cancelTakeover: TakeoverView;
  resumeTakeover: TakeoverView;
  planTakeoverUndo: TakeoverView;
  confirmSiteAdmin: SiteAdminConfirmation;
  releaseGroup: { released: boolean };
  transferGroup: GroupRow;
  setGroupDeletable: GroupRow;
  exportSite: ExportPage;
  readAudit: AuditPage;
  readSupport: SupportView;
  runSiteChecks: SiteChecksView;
}

/** Lists the answers of the space page's calls, by function key. */
export interface SpaceAnswers {
  openSpaceSettings: SpaceSettingsView;
  listGroups: GroupPage;
  createGroup: CreatedGroup;
  /** `kept` is false where no group is to take its place. */
  keepBothGroups: { kept: boolean };
  deleteGroup: DeletedGroup;
  openGroup: GroupView;
  mayChangeGroup: GroupChangeability;
  countMembers: { groups: GroupNumbers[] };
  readSpaceAccess: SpaceAccess;
  readSpaceRoles: SpaceRoles;
  assignRole: { assigned: true };
  listMembers: MembersView;
  readMembers: NamedMemberPage;
  isMember: MembershipView;
  readPersonGroups: PersonGroups;
  addMembers: PeopleResult;
  removeMembers: PeopleResult;
  undoChange: PeopleResult;
  resolvePeople: ResolvedPeople;
  planPeople: ChangeView;
  planPersonRemoval: ChangeView;
  applyChange: ChangeView;
  watchChange: ChangeView | StillWaiting;
  readChangeLines: ChangeLines;
  listChanges: ChangePage;
  cancelChange: ChangeView;
  resumeChange: ChangeView;
  planUndo: ChangeView;
  readSpaceAudit: SpaceAuditPage;
  readSpaceSupport: SpaceSupportView;
}

/** Lists every call of the global page. */
export type GlobalSettingsApi = Calls<typeof globalPayloads, GlobalAnswers>;
/** Lists every call of the space page. */
export type SpaceSettingsApi = Calls<typeof spacePayloads, SpaceAnswers>;
