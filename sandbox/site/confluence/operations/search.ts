// The search for content, as far as it finds spaces.
// https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-search/#api-wiki-rest-api-search-get
import { booleanParam, requiredParam, type Answer } from '../../core/call';
import { parseSpaceQuery } from '../cql';
import { V1_SEARCH_PAGE } from '../limits';
import { shownKey, type Call, type Row, type Space } from '../model';
import { offsetPage } from '../paging';
import { canView } from '../rules';

export const searchRows: readonly Row[] = [
  {
    operationId: 'searchByCQL',
    method: 'GET',
    path: '/wiki/rest/api/search',
    scopes: [['search:confluence'], ['read:content-details:confluence']],
    // Further pages are reached by a cursor.
    notModelled: [
      'cqlcontext',
      'cursor',
      'next',
      'prev',
      'start',
      'excludeCurrentSpaces',
      'excerpt',
      'sitePermissionTypeFilter',
      'expand',
      '_',
    ],
    handler: searchByCQL,
  },
];

/** Finds spaces that the person can see; archived ones only if they are asked for. */
function searchByCQL(call: Call): Answer {
  const cql = requiredParam(call, 'cql');
  const matches = parseSpaceQuery(cql);
  const hasArchived = booleanParam(call, 'includeArchivedSpaces');
  const { model, actor } = call;
  const found = [...model.spaces.values()].filter(
    (space) => matches(space) && (space.status === 'current' || hasArchived) && canView(model, actor.account, space),
  );
  const { items, start, limit, links } = offsetPage(call, found, V1_SEARCH_PAGE);
  const { next: _next, ...ownLinks } = links;
  const json = {
    results: items.map((space) => searchResult(call, space)),
    start,
    limit,
    size: items.length,
    totalSize: found.length,
    cqlQuery: cql,
    searchDuration: 1,
    _links: ownLinks,
  };
  return { status: 200, json, objects: items.length };
}

function searchResult(call: Call, space: Space) {
  const { id, key, name, type, status } = space;
  return {
    space: {
      id: Number(id),
      key,
      alias: shownKey(space),
      name,
      type,
      status,
      _expandable: {},
      _links: { webui: `/spaces/${shownKey(space)}` },
    },
    title: name,
    excerpt: '',
    url: `/spaces/${shownKey(space)}`,
    breadcrumbs: [],
    entityType: 'space',
    iconCssClass: 'aui-iconfont-space-default',
    lastModified: new Date(call.clock.now()).toISOString(),
    score: 0,
  };
}
