// Atlassian Document Format: its schema, and its text.
// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
import { z } from 'zod';

import type { AdfDocument } from './model';

interface AdfNode {
  type: string;
  text?: string | undefined;
  content?: AdfNode[] | undefined;
}

const nodeSchema: z.ZodType<AdfNode> = z.looseObject({
  type: z.string().min(1),
  text: z.string().optional(),
  get content() {
    return z.array(nodeSchema).optional();
  },
});

export const adfSchema = z.looseObject({
  type: z.literal('doc'),
  version: z.literal(1),
  content: z.array(nodeSchema),
});

/** Writes one paragraph for each line. */
export function adfOf(text: string): AdfDocument {
  return {
    type: 'doc',
    version: 1,
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  };
}

/** Returns the document's text, a line for each block. */
export function plainText(document: AdfDocument | null): string {
  return document === null ? '' : linesOf(document.content as AdfNode[]).join('\n');
}

function linesOf(nodes: readonly AdfNode[]): string[] {
  return nodes.flatMap(({ content = [] }) =>
    content.some(isInline) || content.length === 0 ? [content.map(inlineText).join('')] : linesOf(content),
  );
}

function isInline({ type }: AdfNode): boolean {
  return type === 'text' || type === 'hardBreak' || type === 'emoji';
}

function inlineText({ type, text = '' }: AdfNode): string {
  return type === 'hardBreak' ? '\n' : text;
}
