// An Atlassian Cloud site at one moment: its people, and what each product keeps.
import type { ConfluenceState } from './confluence/model';
import type { JsmState } from './jsm/model';

export interface State extends ConfluenceState, JsmState {}
