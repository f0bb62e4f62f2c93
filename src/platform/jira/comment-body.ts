/** Makes the body of a comment that customers don't see, by the property that Jira Service Management has for it. */
export function internalComment(lines: readonly string[]) {
  return {
    body: { type: 'doc', version: 1, content: lines.map(paragraph) },
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  };
}

// A comment in the Atlassian Document Format: text only, so it can't contain a link, a mention or markup.
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/

/** Makes a paragraph of a line. The format doesn't allow empty text, so an empty line is an empty paragraph. */
function paragraph(line: string) {
  return {
    type: 'paragraph',
    ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
  };
}
