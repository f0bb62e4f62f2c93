// Projects with their service desks, for callers outside of the REST API.
import type { Site } from '../../contract/site';
import type { Jsm } from './model';

export function projectsOf({ projects }: Jsm): ReturnType<Site['projects']> {
  return [...projects.values()].map(({ id, key, name, serviceDesk }) => ({
    id,
    key,
    name,
    ...(serviceDesk !== undefined && { serviceDeskId: serviceDesk.id }),
  }));
}
