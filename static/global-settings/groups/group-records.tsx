import { EmptyState, Heading, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';

import type { GroupRow, SiteGroupPage, SiteGroupRow } from '../../../src/shared/groups/views';
import { GROUPS_TAB } from '../../../src/shared/words/groups-tab';
import { callGlobalSettings } from '../../api';
import { FailureMessage } from '../../feedback/failure-message';
import { Loading } from '../../feedback/loading';
import { Pager } from '../../feedback/pager';
import { ConfirmSiteAdmin } from './confirm-site-admin';
import { GroupMembers } from './group-members';
import { RecordSearch } from './record-search';
import { RecordTable } from './record-table';
import { ReleaseDialog } from './release-dialog';
import { TransferDialog } from './transfer-dialog';
import { useProvedAction } from './use-proved-action';
import type { SiteAdmin } from './use-proved-action';
import { useRecordPages, type RecordPages, type Wanted } from './use-record-pages';

type Confirming = { what: 'members' | 'release' | 'transfer'; row: SiteGroupRow };

/** Lists every group that belongs to a space, by space, with what can be done about it. */
export function GroupRecords({ siteAdmin }: { siteAdmin: SiteAdmin }) {
  const [wanted, setWanted] = useState<Wanted>();
  const pages = useRecordPages(siteAdmin, wanted);
  const [confirming, setConfirming] = useState<Confirming>();
  const deletable = useProvedAction(siteAdmin);
  const { value, reload } = pages;
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
      <RecordSearch wanted={wanted} onFind={setWanted} />
      <Reading pages={pages} />
      {deletable.action.failure !== undefined && !deletable.confirming && (
        <FailureMessage failure={deletable.action.failure} onReload={reload} />
      )}
      <Records
        pages={pages}
        isNarrowed={wanted !== undefined}
        onConfirm={setConfirming}
        onSetDeletable={setDeletable}
      />
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

/** Shows that the groups are being read, or why they can't be, and what is wrong with some of them. */
function Reading({ pages: { value, failure, reload } }: { pages: RecordPages }) {
  return (
    <>
      {failure !== undefined && <FailureMessage failure={failure} onRetry={reload} onReload={reload} />}
      {value === undefined && failure === undefined && <Loading label={GROUPS_TAB.readingGroups} />}
      <Orphans page={value} />
    </>
  );
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
  isNarrowed: boolean;
  onConfirm: (confirming: Confirming) => void;
  onSetDeletable: (row: SiteGroupRow) => void;
}

function Records({ pages, isNarrowed, onConfirm, onSetDeletable }: RecordsProps) {
  const { value, loading, depth, goBack, goTo } = pages;
  const next = value?.next;
  return (
    <>
      {value !== undefined && value.groups.length > 0 && (
        <RecordTable
          rows={value.groups}
          loading={loading}
          onMembers={(row) => onConfirm({ what: 'members', row })}
          onRelease={(row) => onConfirm({ what: 'release', row })}
          onTransfer={(row) => onConfirm({ what: 'transfer', row })}
          onSetDeletable={onSetDeletable}
        />
      )}
      {value?.groups.length === 0 && (
        <EmptyState
          headingLevel={3}
          header={isNarrowed ? GROUPS_TAB.foundNoGroups : GROUPS_TAB.noGroups}
          description={isNarrowed ? GROUPS_TAB.foundNoGroupsHelp : GROUPS_TAB.noGroupsHelp}
        />
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

/** Shows a group's members, or asks before it is no longer managed or goes to another space, and then shows the list without it. */
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
  if (what === 'members') return <GroupMembers row={row} onClose={onClose} />;
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
