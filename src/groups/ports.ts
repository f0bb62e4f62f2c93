import type { BrokerPorts } from '../broker/ports';
import type {
  RequesterReader,
  Directory,
  SpaceAccessPort,
  PrivilegedGroupReader,
  GroupWriter,
} from './confluence-ports';
import type { FirstRunStore } from './first-run/ports';
import type { JiraPeople } from './lists/ports';
import type {
  GroupRecords,
  Memberships,
  MemberJournal,
  UpkeepStore,
  StorageProbe,
  GroupSettings,
  GroupDecisionReads,
} from './store-ports';

/** Composes all ports of a use case about groups. */
export interface GroupPorts extends BrokerPorts {
  directory: Directory;
  jiraPeople: JiraPeople;
  requesterReader: RequesterReader;
  privilegedReader: PrivilegedGroupReader;
  groupWriter: GroupWriter;
  spaceAccess: SpaceAccessPort;
  settings: GroupSettings;
  decisionReads: GroupDecisionReads;
  groupRecords: GroupRecords;
  memberships: Memberships;
  memberJournal: MemberJournal;
  storageProbe: StorageProbe;
  upkeep: UpkeepStore;
  firstRun: FirstRunStore;
}
