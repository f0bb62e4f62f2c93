// Describes the rows of the tables of operations: broker/operations.ts, groups/operations.ts and customers/operations.ts.
import type { Requirement } from './access';
import type { AuditArea } from './audit/entries';
import type { CallerGrant, Grant, Subject } from './grant';

/** An operation that only reads. It doesn't get an audit entry. */
interface Read {
  /** The role needed to request it. */
  needs: Requirement;
  effect: 'read';
}

export type Revealed = 'groupId' | 'accountId';

/** An operation that changes something, or tells something that only the privileged user may know, or everything that is stored. Its attempts and refusals are audited. */
interface Write<Look> {
  /** The role needed to request it. `noDoor`: it can't be requested by itself; it's part of others, or the app does it on its own. */
  needs: Requirement | 'noDoor';
  effect: 'write';
  /** The part of the audit that its entries belong to. */
  area: AuditArea;
  /** The look that shows later whether it took effect, if its answer was lost. `none`: it ends as unknown. */
  look: Look | 'none';
  /** The id that its outcome names and its attempt couldn't. */
  reveals?: Revealed;
}

/** A write made by calling Atlassian: names the identity that it acts as, and the subjects of its grant. */
export type AtlassianWrite<Look = string> = Write<Look> &
  (
    | { actsAs: 'privilegedUser'; grant: readonly (keyof Subject)[] }
    | { actsAs: 'caller'; grant?: readonly (keyof Subject)[] }
  );

/** A write that changes only stored data, or consists of other writes. */
export interface StoredWrite<Look = string> extends Write<Look> {
  actsAs?: never;
  grant?: never;
}

/** One row. `Look`: the product's ways to look for the effect of its writes. */
export type Operation<Look = string> = Read | AtlassianWrite<Look> | StoredWrite<Look>;

/** The grant for an operation of a table: it names what the row says. */
export type GrantOf<Table, Name extends GrantedAs<'privilegedUser', Table>> = Grant<Name, Named<Table[Name]>>;

/** The same for an operation performed as the caller. */
export type CallerGrantOf<Table, Name extends GrantedAs<'caller', Table>> = CallerGrant<Name, Named<Table[Name]>>;

type GrantedAs<Actor, Table> = {
  [Name in keyof Table]: Table[Name] extends { actsAs: Actor; grant: readonly unknown[] } ? Name : never;
}[keyof Table] &
  string;

type Named<Row> = Row extends { grant: readonly (infer Field extends keyof Subject)[] } ? Pick<Subject, Field> : never;
