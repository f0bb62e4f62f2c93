/** How many people one operation may name at most, whatever the rules say: Forge ends an invocation after 25 seconds. */
export const MAX_PEOPLE = 25;
/** How many groups one adoption may name: each is looked at in Confluence within one invocation. */
export const MAX_GROUPS = 25;
