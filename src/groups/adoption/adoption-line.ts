import type { GroupId, SpaceId } from '../../shared/ids';

/** A group that is to be given to a space. */
export interface AdoptLine {
  operation: 'adoptGroup';
  groupId: GroupId;
  /** As whoever planned it saw it: shown with the plan, and decides nothing. */
  groupName: string;
  spaceId: SpaceId;
  acknowledgeProductAccess: boolean;
}

/** A group of a plan. Without a space, it is kept until somebody chooses one, and never carried out. */
export type PlannedLine = Omit<AdoptLine, 'spaceId'> & Partial<Pick<AdoptLine, 'spaceId'>>;

/** A group that is to be taken from the space to which this attempt gave it. */
export interface ReleaseLine {
  operation: 'releaseGroup';
  groupId: GroupId;
  groupName: string;
  spaceId: SpaceId;
  adoptedBy: string;
}

export type AdoptionLine = AdoptLine | ReleaseLine;

/** Tells whether a line gives a group to a space. */
export function isAdopting(line: AdoptionLine): line is AdoptLine {
  return line.operation === 'adoptGroup';
}
