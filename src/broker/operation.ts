// What a row of the tables of operations says: broker/operations.ts, groups/operations.ts and customers/operations.ts.
import type { Requirement } from './access';
import type { AuditArea } from './audit/entries';
import type { CallerGrant, Grant, Subject } from './grant';

/** An operation that changes nothing. The audit has no entry of it. */
interface Read {
  /** What a person must be to ask for it. */
  needs: Requirement;
  effect: 'read';
}

export type Revealed = 'groupId' | 'accountId';

/** An operation that changes something, or tells what only the privileged user may know. Its attempts and refusals are in the audit. */
interface Write<Look> {
  /** What a person must be to ask for it. `noDoor`: nobody asks for it by itself; others consist of it, or the app does it on its own. */
  needs: Requirement | 'noDoor';
  effect: 'write';
  /** The part of the audit that its entries belong to. */
  area: AuditArea;
  /** What shows later whether it took effect, if its answer was lost. `none`: nothing does, and it ends as unknown. */
  look: Look | 'none';
  /** What its outcome names that wasn't known before. */
  reveals?: Revealed;
}

/** A write that is made by calling Atlassian: as whom, and what the grant for one call names. */
export type AtlassianWrite<Look = string> = Write<Look> &
  (
    | { actsAs: 'privilegedUser'; grant: readonly (keyof Subject)[] }
    | { actsAs: 'caller'; grant?: readonly (keyof Subject)[] }
  );

/** A write that changes only what the app stores, or consists of others. */
export interface StoredWrite<Look = string> extends Write<Look> {
  actsAs?: never;
  grant?: never;
}

/** One row. `Look`: how a product looks at what became of its writes. */
export type Operation<Look = string> = Read | AtlassianWrite<Look> | StoredWrite<Look>;

/** The grant for an operation of a table: it names what the row says. */
export type GrantOf<Table, Name extends GrantedAs<'privilegedUser', Table>> = Grant<Name, Named<Table[Name]>>;

/** The same for what the person who calls does themselves. */
export type CallerGrantOf<Table, Name extends GrantedAs<'caller', Table>> = CallerGrant<Name, Named<Table[Name]>>;

type GrantedAs<Actor, Table> = {
  [Name in keyof Table]: Table[Name] extends { actsAs: Actor; grant: readonly unknown[] } ? Name : never;
}[keyof Table] &
  string;

type Named<Row> = Row extends { grant: readonly (infer Field extends keyof Subject)[] } ? Pick<Subject, Field> : never;
