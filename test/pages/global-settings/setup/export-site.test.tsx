import { resolveObjectURL } from 'node:buffer';

import { expect, test } from 'vitest';

import { EXPORTED, type ExportPage, type ExportedRow } from '../../../../src/shared/broker/site-export';
import type { GlobalSettingsApi } from '../../../../src/shared/groups/api';
import { no, ok } from '../../answers';
import { startFrame } from '../../file-frame/beside';
import { openSetup } from '../open';

const EXPORT_ID = '00000000-0000-4000-8000-000000000001';
const HEADER: ExportedRow = { entity: 'export', key: EXPORT_ID, row: { schema: 1, appVersion: '1.2.3' } };

/** Pages of so many records each; the first holds the header alone. */
function answering(pages: readonly number[]) {
  return ({ from }: Parameters<GlobalSettingsApi['exportSite']>[0]) => {
    const at = from == null ? 0 : Number(from.after ?? 0) + 1;
    return ok<ExportPage>({
      rows: from == null ? [HEADER] : records(at, pages[at - 1] ?? 0),
      ...(at < pages.length && { next: { exportId: EXPORT_ID, entity: EXPORTED[1], after: String(at) } }),
    });
  };
}

function records(page: number, count: number): ExportedRow[] {
  return Array.from({ length: count }, (_, n) => ({
    entity: 'group-record',
    key: `${String(page)}-${String(n)}`,
    row: {},
  }));
}

type Opened = Awaited<ReturnType<typeof openSetup>>;

async function begin({ screen, user }: Opened) {
  await user.click(await screen.findByRole('button', { name: 'Export data' }));
}

function linesOf(text: string): ExportedRow[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedRow);
}

test('reads page by page, and is a file of one object a line: what it is of, all rows, and that it’s complete', async () => {
  const opened = await openSetup({ exportSite: answering([100, 100, 7]) });
  const { screen, payloads } = opened;
  screen.getByText(
    /^A file with what this app holds about this site:.* never names or emails\..* says that you exported it\.$/,
  );
  await begin(opened);
  await screen.findByText('Complete: 207 rows.');
  const field = screen.getByLabelText('Data, a JSON object a line') as HTMLTextAreaElement;
  expect(document.activeElement).toBe(field);
  const lines = linesOf(field.value);
  expect(lines).toHaveLength(209);
  expect(lines[0]).toMatchObject({ ...HEADER, row: { site: expect.stringMatching(/^https:/) as unknown, schema: 1 } });
  expect(lines.at(-1)).toEqual({ entity: 'export', key: 'end', row: { complete: true, rows: 207 } });
  expect(new Set(lines.map(({ key }) => key)).size).toBe(209);
  expect(payloads('exportSite')).toHaveLength(4);
  expect(payloads('exportSite')[0]).toEqual({});
});

test('is saved by the Frame as JSON Lines, whole, however many pieces there are to copy', async () => {
  const opened = await openSetup({ exportSite: answering(Array.from({ length: 25 }, () => 3)) });
  const { screen, user } = opened;
  await begin(opened);
  await screen.findByText('Complete: 75 rows.');
  screen.getByLabelText('Data, a JSON object a line: piece 1 of 3');
  await user.click(screen.getByRole('button', { name: 'Next piece' }));
  await user.click(screen.getByRole('button', { name: 'Next piece' }));
  const last = screen.getByLabelText('Data, a JSON object a line: piece 3 of 3') as HTMLTextAreaElement;
  expect(linesOf(last.value).at(-1)).toMatchObject({ row: { complete: true, rows: 75 } });
  const { frame } = await startFrame();
  const link = await frame.findByRole('link', { name: /^Download space-steward-\d{4}-\d\d-\d\d\.jsonl$/ });
  const saved = (await resolveObjectURL((link as HTMLAnchorElement).href)?.text()) ?? '';
  // No mark for Excel, which would spoil the first line.
  expect(linesOf(saved)).toHaveLength(77);
});

test('can be stopped: what was read is a file that says that it isn’t complete', async () => {
  const first = answering([100, 100]);
  const opened = await openSetup({
    exportSite: (payload) => (payload.from?.after === '1' ? (new Promise(() => undefined) as never) : first(payload)),
  });
  const { screen, user } = opened;
  await begin(opened);
  await screen.findByText('100 rows read.');
  await expect.poll(() => document.activeElement?.textContent).toBe('Stop');
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await screen.findByText('Stopped after 100 rows. The file says that it isn’t complete.');
  const field = screen.getByLabelText('Data, a JSON object a line') as HTMLTextAreaElement;
  expect(linesOf(field.value).at(-1)).toMatchObject({ row: { complete: false, rows: 100 } });
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await screen.findByRole('button', { name: 'Export data' });
});

test('goes on where a page couldn’t be read, or keeps what was', async () => {
  let isDown = true;
  const pages = answering([100, 5]);
  const opened = await openSetup({
    exportSite: (payload) =>
      isDown && payload.from?.after === '1' ? no({ code: 'STORAGE_UNAVAILABLE', changed: 'nothing' }) : pages(payload),
  });
  const { screen, user, payloads } = opened;
  await begin(opened);
  await screen.findByText(/storage/i);
  screen.getByRole('button', { name: 'Stop and keep what was read' });
  isDown = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Complete: 105 rows.');
  expect(
    payloads('exportSite').filter((payload) => (payload as { from?: { after?: string } }).from?.after === '1'),
  ).toHaveLength(2);
});
