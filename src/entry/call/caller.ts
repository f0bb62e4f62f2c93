import { AccountId, ProjectKey, SpaceId } from '../../shared/ids';

/** Describes one call. Only `accountId` and `installation` are facts; the space is the page's claim. */
export interface Call {
  functionKey: string;
  payload: unknown;
  /** Absent: the caller isn't signed in, or the platform doesn't vouch for them. */
  accountId: AccountId | undefined;
  /** The called installation of the app. */
  installation: string;
  spaceClaim: SpaceId | undefined;
  /** The project that a page of Jira Service Management claims to be in. */
  projectClaim: ProjectClaim | undefined;
}

export interface ProjectClaim {
  key: string;
  /** Absent if only a key is given. */
  projectId?: string;
}

/** Makes a claim about a project, if the key can be one. */
export function projectClaimOf(key: unknown, id?: unknown): ProjectClaim | undefined {
  const read = ProjectKey.safeParse(key).data;
  if (read === undefined) return undefined;
  return typeof id === 'string' || typeof id === 'number' ? { key: read, projectId: String(id) } : { key: read };
}

/** Returns a property of a value that may be an object. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Returns the caller and the installation, as told by the platform alone. */
export function whoCalls(platform: unknown): Pick<Call, 'accountId' | 'installation'> {
  const accountId = AccountId.safeParse(at(at(platform, 'principal'), 'accountId'));
  const installContext = at(platform, 'installContext');
  return {
    // An anonymous visitor is the word 'unidentified', not an absent account.
    accountId: accountId.success && accountId.data !== 'unidentified' ? accountId.data : undefined,
    installation: typeof installContext === 'string' ? installContext : '',
  };
}

/**
 * Reads a resolver's arguments. The account comes only from the second one, which the client can't reach.
 *
 * https://developer.atlassian.com/platform/forge/function-reference/arguments/
 */
export function readCall(body: unknown, platform: unknown): Call {
  const call = at(body, 'call');
  const functionKey = at(call, 'functionKey');
  const extension = at(at(body, 'context'), 'extension');
  const spaceId = at(at(extension, 'space'), 'id');
  const project = at(extension, 'project');
  return {
    functionKey: typeof functionKey === 'string' ? functionKey : '',
    payload: at(call, 'payload') ?? {},
    ...whoCalls(platform),
    // A client may send anything here, even a value that can't be turned into text.
    spaceClaim: SpaceId.safeParse(typeof spaceId === 'number' ? String(spaceId) : spaceId).data,
    projectClaim: projectClaimOf(at(project, 'key'), at(project, 'id')),
  };
}
