// Information about Jira Service Management that everybody can read.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-info/
import type { Row } from '../model';
import { dateJson } from './json';

const BUILT = Date.parse('2026-02-05T00:00:00.000Z');

export const infoRows: readonly Row[] = [
  {
    operationId: 'getInfo',
    method: 'GET',
    path: '/rest/servicedeskapi/info',
    scopes: [],
    handler: ({ url }) => ({
      status: 200,
      json: {
        version: '1001.0.0',
        platformVersion: '1001.0.0',
        buildDate: dateJson(BUILT),
        buildChangeSet: 'sandbox',
        isLicensedForUse: true,
        _links: { self: `${url.origin}/rest/servicedeskapi/info` },
      },
    }),
  },
];
