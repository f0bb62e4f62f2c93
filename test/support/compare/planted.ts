// Ten ways in which a site might answer otherwise than the sandbox, each of another kind.
import { withBody, type Plant } from './other-site';

interface Planted {
  /** What a site does. */
  name: string;
  /** The call whose answer is changed. */
  call: RegExp;
  change: (answer: Response) => Promise<Response> | Response;
  /** The line that must tell it, after the title of the call. */
  told: string;
}

type Json = Record<string, unknown>;

function without(name: string) {
  return (body: Json) => ({ ...body, [name]: undefined });
}
function items(body: Json, name: string) {
  return body[name] as Json[];
}

export const PLANTED: readonly Planted[] = [
  {
    name: 'another status',
    call: /^GET \/wiki\/rest\/api\/group\/by-id\?id=nothing/,
    change: (answer) => new Response(answer.body, { status: 400, headers: answer.headers }),
    told: 'status: site 400, sandbox 404',
  },
  {
    name: 'a refusal in another envelope',
    call: /^GET \/rest\/servicedeskapi\/servicedesk\/9$/,
    change: (answer) => Response.json({ code: 404, message: '' }, { status: answer.status }),
    told: 'refusal: site { code: number, message: string }, sandbox { errorMessage: string }',
  },
  {
    name: 'a refusal as a page',
    call: /^GET \/wiki\/api\/v2\/spaces\?limit=251/,
    change: (answer) => new Response('<html>', { status: answer.status, headers: { 'content-type': 'text/html' } }),
    told: 'content type: site text/html, sandbox application/json',
  },
  {
    name: 'a list in a wrapper',
    call: /^GET \/rest\/api\/3\/user\/search\?query=agent@/,
    change: async (answer) => withBody(answer, (body) => ({ values: body })),
    told: 'body: site object, sandbox array',
  },
  {
    name: 'a field that is never there',
    call: /^GET \/wiki\/rest\/api\/group\/by-id\?id=[^n]/,
    change: async (answer) => withBody(answer, without('managedBy')),
    told: 'field managedBy: site absent, sandbox string',
  },
  {
    name: 'a number where a string is',
    call: /^GET \/wiki\/api\/v2\/spaces\?limit=2$/,
    change: async (answer) =>
      withBody(answer, (body) => ({
        ...body,
        results: items(body, 'results').map((one) => ({ ...one, id: Number(one['id']) })),
      })),
    told: 'field results[].id: site number, sandbox string',
  },
  {
    name: 'null for some items of a list',
    call: /^GET \/wiki\/rest\/api\/group\/[\w-]+\/membersByGroupId\?limit=2&/,
    change: async (answer) =>
      withBody(answer, (body) => ({
        ...body,
        results: items(body, 'results').map((one, index) => (index === 0 ? { ...one, accountId: null } : one)),
      })),
    told: 'field results[].accountId: site null or string, sandbox string',
  },
  {
    name: 'a field of a map, as text',
    call: /^GET \/rest\/api\/3\/mypermissions\?permissions=ADMINISTER,SERVICEDESK_AGENT/,
    change: async (answer) =>
      withBody(answer, (body) => ({ permissions: { ADMINISTER: { havePermission: 'true' } }, unread: body })),
    told: 'field permissions.*.havePermission: site string, sandbox boolean',
  },
  {
    name: 'a count that is never there',
    call: /^GET \/wiki\/rest\/api\/group\/picker\?query=demo/,
    change: async (answer) => withBody(answer, without('totalSize')),
    told: 'paging totalSize: site absent, sandbox number',
  },
  {
    name: 'a next page at another kind of address',
    call: /^GET \/wiki\/rest\/api\/group\?limit=2/,
    change: async (answer) => withBody(answer, (body) => ({ ...body, _links: { next: 'https://example.com/' } })),
    told: 'paging _links.next: site a whole address, sandbox a path from a base',
  },
];

/** Plants some of them. */
export function planting(planted: readonly Planted[]): Plant {
  return async ({ method, path }, answer) =>
    planted.find(({ call }) => call.test(`${method} ${path}`))?.change(answer) ?? answer;
}
