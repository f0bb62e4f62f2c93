/** How many people one operation may name at most, whatever the rules say: Forge ends an invocation after 25 seconds. */
export const MAX_PEOPLE = 25;
/** How many groups one adoption may name: each is looked at in Confluence within one invocation. */
export const MAX_GROUPS = 25;

/** Most new customers that a quota can allow in a day. */
export const MAX_A_DAY = 10_000;

/** People in one request for customers: https://developer.atlassian.com/platform/forge/limits-invocation/ ends a function after 25 seconds. */
export const MAX_CUSTOMERS = 25;

/** People in one pasted list: the queue page sends them a request at a time, while the agent waits. */
export const MAX_LIST = 300;

/** Organizations that one request adds its customers to. */
export const MAX_ORGANIZATIONS = 5;

/** Organizations of a service project that one decision reads at most, page by page; what is not among them is not decided on. */
export const MOST_ORGANIZATIONS_READ = 2_000;

/** Of one stored value: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const MOST_STORED_KIB = 240;

/** Characters of a group's name that a space admin types. */
export const MAX_FREE_PART = 100;

/** Characters of a pattern's prefix or suffix. */
export const MAX_AFFIX = 60;
