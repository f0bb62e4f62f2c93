import type { Ports } from '../domain/ports';
import type { SiteGroupPage } from '../shared/views';
import { rowOf } from './steps/group-row';

/** Groups that belong to spaces, by space, 25 at a time. A space that is deleted, or hidden from the caller, is absent. */
export const listGroupRecords = async (
  { groupRecords, directory }: Ports,
  _context: unknown,
  { after }: { after?: string | undefined },
): Promise<SiteGroupPage> => {
  const { records, next } = await groupRecords.all(after);
  const ids = [...new Set(records.map((record) => record.spaceId))];
  const spaces = new Map((ids.length === 0 ? [] : await directory.spacesById(ids)).map((space) => [space.id, space]));
  const groups = records.map((record) => {
    const space = spaces.get(record.spaceId);
    return { ...rowOf(record), spaceId: record.spaceId, ...(space && { space: { key: space.key, name: space.name } }) };
  });
  return { groups, ...(next !== undefined && { next }) };
};
