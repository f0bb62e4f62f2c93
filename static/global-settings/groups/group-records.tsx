import { EmptyState, Heading, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, SiteGroupPage, SiteGroupRow } from '../../../src/shared/groups/views';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { usePages } from '../../hooks/use-pages';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { RecordTable } from './record-table';
import { ReleaseDialog } from './release-dialog';
import { TransferDialog } from './transfer-dialog';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';

type Confirming = { what: 'release' | 'transfer'; row: SiteGroupRow } | undefined;

/** Lists every group that belongs to a space, by space, with what can be done about it. */
export function GroupRecords({ siteAdmin }: { siteAdmin: SiteAdmin }) {
  const pages = usePages(async (after: string | undefined) => {
    const answer = await callGlobalSettings('listGroupRecords', after === undefined ? {} : { after });
    if (answer.ok) siteAdmin.setUntil(answer.value.siteAdminUntil);
    return answer;
  });
  const [confirming, setConfirming] = useState<Confirming>();
  const deletable = useProvedAction(siteAdmin);
  const { value, failure, reload } = pages;
  function setDeletable(row: SiteGroupRow) {
    deletable.run(
      () => callGlobalSettings('setGroupDeletable', { groupId: row.groupId, deletable: !row.deletable }),
      (changed) => value !== undefined && pages.replace(withRow(value, changed)),
    );
  }
  function close() {
    setConfirming(undefined);
  }
  const next = value?.next;
  const orphans = value?.groups.some(({ space }) => space === undefined) ?? false;
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {GROUPS_TAB.groupsBySpace}
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label={GROUPS_TAB.readingGroups} />}
      {orphans && (
        <SectionMessage appearance="warning" title={GROUPS_TAB.orphans}>
          <Text>{GROUPS_TAB.orphansText}</Text>
        </SectionMessage>
      )}
      {deletable.action.failure !== undefined && !deletable.confirming && (
        <FailureMessage failure={deletable.action.failure} onReload={reload} />
      )}
      {value !== undefined && value.groups.length > 0 && (
        <RecordTable
          rows={value.groups}
          loading={pages.loading}
          onRelease={(row) => setConfirming({ what: 'release', row })}
          onTransfer={(row) => setConfirming({ what: 'transfer', row })}
          onSetDeletable={setDeletable}
        />
      )}
      {value?.groups.length === 0 && (
        <EmptyState header={GROUPS_TAB.noGroups} headingLevel={3} description={GROUPS_TAB.noGroupsHelp} />
      )}
      <Pager
        previousLabel={GROUPS_TAB.previousGroups}
        nextLabel={GROUPS_TAB.nextGroups}
        onPrevious={pages.depth > 0 ? pages.goBack : undefined}
        onNext={next === undefined ? undefined : () => pages.goTo(next)}
      />
      {confirming?.what === 'release' && value !== undefined && (
        <ReleaseDialog
          row={confirming.row}
          onReleased={() => {
            close();
            pages.replace(withoutRow(value, confirming.row.groupId));
          }}
          onClose={close}
        />
      )}
      {confirming?.what === 'transfer' && (
        <TransferDialog
          row={confirming.row}
          siteAdmin={siteAdmin}
          onTransferred={() => {
            close();
            reload();
          }}
          onClose={close}
        />
      )}
      {deletable.confirming && <ConfirmSiteAdmin onConfirmed={deletable.confirmed} onCancel={deletable.cancel} />}
    </Stack>
  );
}

function withRow(page: SiteGroupPage, changed: GroupRow): SiteGroupPage {
  return {
    ...page,
    groups: page.groups.map((row) => (row.groupId === changed.groupId ? { ...row, ...changed } : row)),
  };
}

function withoutRow(page: SiteGroupPage, groupId: string): SiteGroupPage {
  return {
    ...page,
    groups: page.groups.filter((row) => row.groupId !== groupId),
  };
}
