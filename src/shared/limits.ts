/** Most people in one call, whatever the rules say: Forge ends an invocation after 25 seconds. */
export const MAX_PEOPLE = 25;
/** Lines of one list of people, whatever the rules say. */
export const MOST_LINES = 2000;
/** Lines of a change in one answer: for its file, which is read in as many calls as it takes. */
export const MOST_LINES_READ = 500;

/** Groups of one space, whatever the rules say. */
export const MOST_GROUPS = 1000;

/** Spaces that the rules name. */
export const MAX_NAMED_SPACES = 1000;

/** Most members of a group that are read for a list: 200 cost 400 points of what the app has on all sites in an hour. */
export const MOST_MEMBERS_READ = 2_000;
/** Most groups of one person that are read: 200 cost 400 points of what the app has on all sites in an hour. */
export const MOST_GROUPS_OF_PERSON = 1_000;
/** Most groups that a person is taken out of by one change: each is read in Confluence while somebody waits. */
export const MOST_GROUPS_OF_PERSON_REMOVAL = 200;
/** Most groups in one call: each is checked in Confluence, or its members are counted, within one invocation. */
export const MAX_GROUPS = 25;

/** Groups that one plan takes over: a stored plan holds 2,000 lines. */
export const MOST_TAKEN_OVER = 2_000;

/** Most new customers that a quota can allow in a day. */
export const MAX_A_DAY = 10_000;

/** People in one request for customers: https://developer.atlassian.com/platform/forge/limits-invocation/ ends a function after 25 seconds. */
export const MAX_CUSTOMERS = 25;

/** People in one pasted list: the queue page sends them a request at a time, while the agent waits. */
export const MAX_LIST = 300;

/** Most organizations that one request adds its customers to. */
export const MAX_ORGANIZATIONS = 5;

/** Most organizations of a service project that one decision reads, page by page; it can't decide on others. */
export const MOST_ORGANIZATIONS_READ = 2_000;

/** Size of one stored value: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const MOST_STORED_KIB = 240;

/** Characters of a group's name that a space admin types. */
export const MAX_FREE_PART = 100;

/** Characters of a pattern's prefix or suffix. */
export const MAX_AFFIX = 60;
