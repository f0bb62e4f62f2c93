// State of an Atlassian Cloud site: its people, and each product's state.
import type { ConfluenceState } from './confluence/model';
import type { JsmState } from './jsm/model';

export interface State extends ConfluenceState, JsmState {}
