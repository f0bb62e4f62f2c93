// Lists of Jira Service Management, which it pages by offset.
// https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#pagination

/** Size of a page. */
export const PER_PAGE = 50;

/** Returns where the next page starts, or undefined after the last. Pages can be short, so only Jira's own word ends the list, if it gives one. */
export function nextStartOf(
  { values, isLastPage }: { values: unknown[]; isLastPage?: boolean | undefined },
  start: number,
): number | undefined {
  const isLast = isLastPage ?? values.length < PER_PAGE;
  return isLast || values.length === 0 ? undefined : start + values.length;
}
