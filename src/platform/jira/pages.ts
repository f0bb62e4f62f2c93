// Lists of Jira Service Management, which it pages by offset.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination

/** What a page asks for. */
export const PER_PAGE = 50;

/** Returns where the next page starts, or undefined after the last. Pages may be shorter than asked for, so only Jira's own word ends the list; where it says nothing, a short page does. */
export function nextStartOf(
  { values, isLastPage }: { values: unknown[]; isLastPage?: boolean | undefined },
  start: number,
): number | undefined {
  const isLast = isLastPage ?? values.length < PER_PAGE;
  return isLast || values.length === 0 ? undefined : start + values.length;
}
