// What a site's people, groups and spaces were at each time, as the oracle reads it.

/** Holds the site as it is now. */
export interface SiteState {
  readonly groups: ReadonlyMap<string, GroupState>;
  readonly accounts: ReadonlyMap<string, AccountState>;
  readonly spaces: ReadonlyMap<string, SpaceState>;
}

export interface GroupState {
  readonly groupId: string;
  readonly name: string;
  /** Protects it from the app, with the following three: an owner other than the site's admins, and access that it gives or is listed under. */
  readonly managedBy: string;
  readonly usageType: string;
  readonly grants: readonly string[];
  readonly listedAs: readonly string[];
  readonly members: ReadonlySet<string>;
}

export interface AccountState {
  readonly accountId: string;
  readonly accountType: string;
  readonly status: string;
  /** Email and name: nothing that the app stores or logs may hold them. */
  readonly email: string;
  readonly name: string;
  readonly usesConfluence: boolean;
  readonly usesJira: boolean;
  readonly administersConfluence: boolean;
  readonly administersJira: boolean;
  /** May create and delete groups, and change their members. */
  readonly managesGroups: boolean;
}

export interface SpaceState {
  readonly spaceId: string;
  readonly key: string;
  readonly status: string;
  /** People who administer it, by whatever way. */
  readonly admins: ReadonlySet<string>;
}

/** A change of the site. `call` made it, or somebody outside the app where it is undefined. `was` or `is` is undefined where it wasn't or isn't there. */
export type SiteChange = { readonly at: number; readonly step: number; readonly call: number | undefined } & (
  | { readonly what: 'member'; readonly groupId: string; readonly accountId: string; readonly isMember: boolean }
  | { readonly what: 'spaceAdmin'; readonly spaceId: string; readonly accountId: string; readonly isAdmin: boolean }
  | ({ readonly what: 'group'; readonly groupId: string } & Turn<GroupState>)
  | ({ readonly what: 'account'; readonly accountId: string } & Turn<AccountState>)
  | ({ readonly what: 'space'; readonly spaceId: string } & Turn<SpaceState>)
);

/** Something before and after. */
interface Turn<Thing> {
  readonly was: Thing | undefined;
  readonly is: Thing | undefined;
}
