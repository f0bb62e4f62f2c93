import { EmptyState, Heading, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, SiteGroupPage, SiteGroupRow } from '../../../src/shared/groups/views';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { usePages, type Pages } from '../../hooks/use-pages';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { RecordTable } from './record-table';
import { ReleaseDialog } from './release-dialog';
import { TransferDialog } from './transfer-dialog';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';

type Confirming = { what: 'release' | 'transfer'; row: SiteGroupRow };

/** Lists every group that belongs to a space, by space, with what can be done about it. */
export function GroupRecords({ siteAdmin }: { siteAdmin: SiteAdmin }) {
  const pages = useRecordPages(siteAdmin);
  const [confirming, setConfirming] = useState<Confirming>();
  const deletable = useProvedAction(siteAdmin);
  const { value, failure, reload } = pages;
  function setDeletable(row: SiteGroupRow) {
    deletable.run(
      () => callGlobalSettings('setGroupDeletable', { groupId: row.groupId, deletable: !row.deletable }),
      (changed) => value !== undefined && pages.replace(withRow(value, changed)),
    );
  }
  return (
    <Stack space="space.200">
      <Heading as="h2" size="medium">
        {GROUPS_TAB.groupsBySpace}
      </Heading>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label={GROUPS_TAB.readingGroups} />}
      <Orphans page={value} />
      {deletable.action.failure !== undefined && !deletable.confirming && (
        <FailureMessage failure={deletable.action.failure} onReload={reload} />
      )}
      <Records pages={pages} onConfirm={setConfirming} onSetDeletable={setDeletable} />
      {confirming !== undefined && (
        <RecordDialog
          confirming={confirming}
          pages={pages}
          siteAdmin={siteAdmin}
          onClose={() => setConfirming(undefined)}
        />
      )}
      {deletable.confirming && <ConfirmSiteAdmin onConfirmed={deletable.confirmed} onCancel={deletable.cancel} />}
    </Stack>
  );
}

type RecordPages = Pages<SiteGroupPage, string>;

/** Reads the groups page by page; each answer tells until when the user counts as a site admin. */
function useRecordPages(siteAdmin: SiteAdmin): RecordPages {
  return usePages(async (after: string | undefined) => {
    const answer = await callGlobalSettings('listGroupRecords', after === undefined ? {} : { after });
    if (answer.ok) siteAdmin.setUntil(answer.value.siteAdminUntil);
    return answer;
  });
}

/** Warns of groups whose space is gone. */
function Orphans({ page }: { page: SiteGroupPage | undefined }) {
  if (page === undefined || page.groups.every(({ space }) => space !== undefined)) return null;
  return (
    <SectionMessage appearance="warning" title={GROUPS_TAB.orphans}>
      <Text>{GROUPS_TAB.orphansText}</Text>
    </SectionMessage>
  );
}

interface RecordsProps {
  pages: RecordPages;
  onConfirm: (confirming: Confirming) => void;
  onSetDeletable: (row: SiteGroupRow) => void;
}

function Records({ pages: { value, loading, depth, goBack, goTo }, onConfirm, onSetDeletable }: RecordsProps) {
  const next = value?.next;
  return (
    <>
      {value !== undefined && value.groups.length > 0 && (
        <RecordTable
          rows={value.groups}
          loading={loading}
          onRelease={(row) => onConfirm({ what: 'release', row })}
          onTransfer={(row) => onConfirm({ what: 'transfer', row })}
          onSetDeletable={onSetDeletable}
        />
      )}
      {value?.groups.length === 0 && (
        <EmptyState header={GROUPS_TAB.noGroups} headingLevel={3} description={GROUPS_TAB.noGroupsHelp} />
      )}
      <Pager
        previousLabel={GROUPS_TAB.previousGroups}
        nextLabel={GROUPS_TAB.nextGroups}
        onPrevious={depth > 0 ? goBack : undefined}
        onNext={next === undefined ? undefined : () => goTo(next)}
      />
    </>
  );
}

interface DialogProps {
  confirming: Confirming;
  pages: RecordPages;
  siteAdmin: SiteAdmin;
  onClose: () => void;
}

/** Asks before a group is no longer managed, or goes to another space, and then shows the list without it. */
function RecordDialog({ confirming: { what, row }, pages, siteAdmin, onClose }: DialogProps) {
  const { value, replace, reload } = pages;
  function released(page: SiteGroupPage) {
    onClose();
    replace(withoutRow(page, row.groupId));
  }
  function transferred() {
    onClose();
    reload();
  }
  if (what === 'transfer') {
    return <TransferDialog row={row} siteAdmin={siteAdmin} onTransferred={transferred} onClose={onClose} />;
  }
  return value === undefined ? null : <ReleaseDialog row={row} onReleased={() => released(value)} onClose={onClose} />;
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
