// A space as Confluence's v2 API writes it, and its lookup on behalf of the caller.
// https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/
import { Refusal } from '../../core/refusal';
import { type Call, shownKey, type Space } from '../model';
import { canView, operationsInSpace } from '../rules';
import { splitOperation } from '../space-access';

export function spaceJson(space: Space) {
  const { id, key, name, type, status, ownerId, createdAt, homepageId } = space;
  const links = { webui: `/spaces/${shownKey(space)}` };
  return {
    id,
    key,
    name,
    type,
    status,
    authorId: ownerId,
    spaceOwnerId: ownerId,
    createdAt,
    homepageId,
    _links: links,
  };
}

/** Writes a space for a list; only there the document names the alias. */
export function listedSpaceJson(space: Space) {
  return { ...spaceJson(space), currentActiveAlias: shownKey(space) };
}

/** Returns the path's space. Refuses with 404 if it's unknown or hidden from the caller: callers can't tell the two apart. */
export function viewableSpace({ model, actor, params }: Call): Space {
  const id = params['id'] ?? '';
  if (!/^\d{1,18}$/.test(id)) {
    throw new Refusal(400, 'The id of a space is a number');
  }
  const space = model.spaces.get(id);
  if (space === undefined || !canView(model, actor.account, space)) {
    throw new Refusal(404, 'Not Found');
  }
  return space;
}

export function operationsJson({ model, actor }: Call, space: Space) {
  return operationsInSpace(model, actor.account, space)
    .map(splitOperation)
    .map(({ key, target }) => ({ operation: key, targetType: target }));
}
