// What actors know of a world: what the site shows and what the app stores, by id.
import type { World } from '../world/world';

export interface Run {
  runId: string;
  place: string;
  state: string;
  version: number;
  typed?: number;
}

interface Proofs {
  proofs?: readonly { accountId: string; at: string }[];
}

/** Gives actors what a payload can name. Everything is read now. */
export function seenIn({ model, rowsOf, now }: World) {
  function settingNamed(setting: string): Record<string, unknown> | undefined {
    for (const [key, row] of rowsOf('setting')) if (key === setting) return row;
    return undefined;
  }

  return {
    model,
    groupIds: () => [...model.groups.keys()],
    /** Groups that belong to a space; without one, to any. */
    recorded: (spaceId?: string): string[] =>
      [...rowsOf('group-record')]
        .filter(([, row]) => spaceId === undefined || row['spaceId'] === spaceId)
        .map(([groupId]) => groupId),
    membersOf: (groupId: string): string[] => [...(model.groups.get(groupId)?.members ?? [])],
    people: (): string[] => [...model.accounts.keys()],
    spaces: () => [...model.spaces.values()],
    runs: (place: string): Run[] =>
      [...rowsOf('run')]
        .filter(([, row]) => row['place'] === place)
        .map(([runId, row]) => {
          const { typed } = row['content'] as { typed?: number };
          const [state, version] = [String(row['state']), Number(row['version'])];
          return { runId, place, state, version, ...(typed === undefined ? {} : { typed }) };
        }),
    /** Attempts to change members of a space's groups. */
    changesIn: (spaceId: string): string[] =>
      [...rowsOf('audit-entry')]
        .filter(([, row]) => row['kind'] === 'attempt' && row['spaceId'] === spaceId && row['accountId'] !== undefined)
        .map(([id]) => id),
    versionOf: (setting: string): number => Number(settingNamed(setting)?.['version'] ?? 0),
    settingOf: (setting: string): unknown => settingNamed(setting)?.['content'],
    /** Tells whether somebody showed within half an hour that they are a site admin. */
    isProved: (accountId: string): boolean => {
      const { proofs = [] } = (settingNamed('site-admin-proofs')?.['content'] ?? {}) as Proofs;
      return proofs.some((one) => one.accountId === accountId && now() - Date.parse(one.at) < 1_800_000);
    },
  };
}

export type Seen = ReturnType<typeof seenIn>;
