import { Stack, Text, User } from '@forge/react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { PeopleResult } from '../../../src/shared/groups/views';
import { say } from '../../../src/shared/words/format';
import { SPACE_PAGE } from '../../../src/shared/words/space-settings';
import type { Failure } from '../../api';
import { callSpaceSettings } from '../../api';
import { ConfirmDialog } from '../../feedback/confirm-dialog';
import { useAction } from '../../hooks/use-action';
import { flagPeople } from './flag-people';

/** A change to undo: what was done to these people, by its entries of the audit. */
export interface Undoable {
  attemptIds: string[];
  accountIds: string[];
  groupName: string;
  did: 'added' | 'removed';
}

/** The result of an undo. */
export interface Undone {
  result: PeopleResult;
  done: 'added' | 'removed';
}

interface Props {
  /** The user of the page. */
  me: string;
  /** Asks before anybody is removed; otherwise only before people remove their own account. */
  asksFirst: boolean;
  onUndone: (undone: Undone) => void;
}

interface Undo {
  start: (change: Undoable) => void;
  busy: boolean;
  /** Failure without a dialog; a dialog shows its own. */
  failure: Failure | undefined;
  dialog: ReactNode;
}

/** Undoes changes, and announces the result. */
export function useUndo({ me, asksFirst, onUndone }: Props): Undo {
  const [confirming, setConfirming] = useState<Undoable>();
  const action = useAction();
  function send({ attemptIds, did }: Undoable, confirmSelf: boolean) {
    action.run(
      () => callSpaceSettings('undoChange', { attemptIds, confirmSelf }),
      (result) => {
        setConfirming(undefined);
        const done = did === 'added' ? 'removed' : 'added';
        flagPeople(result, done);
        onUndone({ result, done });
      },
    );
  }
  function start(change: Undoable) {
    const asks = change.did === 'added' && (asksFirst || change.accountIds.includes(me));
    if (asks) {
      action.forget();
      setConfirming(change);
    } else send(change, false);
  }
  return {
    start,
    busy: action.busy,
    failure: confirming === undefined ? action.failure : undefined,
    dialog: confirming !== undefined && (
      <ConfirmDialog
        title={confirming.accountIds.includes(me) ? SPACE_PAGE.removeYourself : SPACE_PAGE.undoAddition}
        confirmLabel={say(SPACE_PAGE.removePeople, { n: confirming.accountIds.length })}
        appearance="warning"
        action={action}
        onConfirm={() => send(confirming, confirming.accountIds.includes(me))}
        onCancel={() => setConfirming(undefined)}
      >
        <Consequence change={confirming} me={me} />
      </ConfirmDialog>
    ),
  };
}

function Consequence({ change: { accountIds, groupName }, me }: { change: Undoable; me: string }) {
  if (accountIds.includes(me)) return <Text>{say(SPACE_PAGE.removeMeText, { group: groupName })}</Text>;
  return (
    <Stack space="space.100">
      <Text>{say(SPACE_PAGE.undoAdditionText, { n: accountIds.length, group: groupName })}</Text>
      {accountIds.map((accountId) => (
        <User key={accountId} accountId={accountId} />
      ))}
    </Stack>
  );
}
