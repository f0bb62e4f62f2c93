import type { AtlassianAction, AuditAction, AuditArea, RefusedAction } from '../../broker/audit/entries';
import type { AtlassianWrite, Revealed, StoredWrite } from '../../broker/operation';
import { brokerOperations } from '../../broker/operations';
import { customerOperations } from '../../customers/operations';
import { groupOperations } from '../../groups/operations';

/** Lists every operation of the app. A word of the audit without a row, or with a row of the wrong kind, doesn't compile. */
export const operations = {
  ...brokerOperations,
  ...groupOperations,
  ...customerOperations,
} satisfies Record<AtlassianAction, AtlassianWrite> & Record<Exclude<RefusedAction, AtlassianAction>, StoredWrite>;

type Operations = typeof operations;

/** An operation that can be requested: a row of a door names one. */
export type Action = {
  [Name in keyof Operations]: Operations[Name]['needs'] extends 'noDoor' ? never : Name;
}[keyof Operations];

/** One that needs this role. */
export type ActionOf<Needs> = {
  [Name in Action]: Operations[Name]['needs'] extends Needs ? Name : never;
}[Action];

/** One that changes something. */
export type WriteAction = Extract<Action, RefusedAction>;

/** Tells whether an action changes something, so that its refusal is recorded. */
export function isWriteAction(action: Action): action is WriteAction {
  return operations[action].effect === 'write';
}

/** Names the area of the audit that an action belongs to. */
export function areaOf(action: RefusedAction): AuditArea {
  return operations[action].area;
}

/** Names the id that an outcome of this action tells and its attempt couldn't. A newer version may have stored a word that this one doesn't know. */
export function revealedBy(action: AuditAction): Revealed | undefined {
  const row: Partial<AtlassianWrite | StoredWrite> = Object.hasOwn(operations, action) ? operations[action] : {};
  return row.reveals;
}
