// `app.compatibility`: which Atlassian apps an app needs, and which it can be connected to.
// https://developer.atlassian.com/platform/forge/app-compatibility/
import { z } from 'zod';

const product = z.strictObject({ required: z.boolean() });

/** An app that declares nothing is for one Atlassian app only. */
export const compatibility = z
  .strictObject({
    confluence: product.optional(),
    jira: product.optional(),
    bitbucket: product.optional(),
    compass: product.optional(),
  })
  .optional();

/** Tells whether the app can be connected to Jira. Throws on what Atlassian refuses, and on apps that are not for Confluence first. */
export function isForJira(declared: z.infer<typeof compatibility>): boolean {
  if (declared === undefined) return false;
  const required = Object.values(declared).filter((one) => one?.required === true);
  if (required.length !== 1) throw new Error('app.compatibility must name exactly one required app');
  if (declared.confluence?.required !== true) throw new Error('The sandbox models apps that need Confluence only');
  return declared.jira !== undefined;
}
