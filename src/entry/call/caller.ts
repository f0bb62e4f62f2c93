import { AccountId, ProjectKey, SpaceId } from '../../shared/ids';

/** What the platform says of one call. Only `accountId` and `installation` are facts; the space is what the page claims. */
export interface Call {
  functionKey: string;
  payload: unknown;
  /** Absent: nobody is signed in, or not somebody whom the platform vouches for. */
  accountId: AccountId | undefined;
  /** Which installation of the app is called. */
  installation: string;
  spaceClaim: SpaceId | undefined;
  /** The project that a page of Jira Service Management claims to be in. */
  projectClaim: ProjectClaim | undefined;
}

export interface ProjectClaim {
  key: string;
  /** Absent where only a key is given. */
  projectId?: string;
}

/** A claim about a project, if the key can be one. */
export function projectClaimOf(key: unknown, id?: unknown): ProjectClaim | undefined {
  const read = ProjectKey.safeParse(key).data;
  if (read === undefined) return undefined;
  return typeof id === 'string' || typeof id === 'number' ? { key: read, projectId: String(id) } : { key: read };
}

/** A member of what may be an object. */
export function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** Returns who calls, and which installation, as the platform alone says. */
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
 * Reads a resolver's arguments. The account comes from the second one alone, which the client can't reach.
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
    // A client may send anything here, also what can't be turned into text.
    spaceClaim: SpaceId.safeParse(typeof spaceId === 'number' ? String(spaceId) : spaceId).data,
    projectClaim: projectClaimOf(at(project, 'key'), at(project, 'id')),
  };
}
