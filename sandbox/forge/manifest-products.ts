// `app.compatibility`: the Atlassian apps that an app needs, and those that it can be connected to.
// https://developer.atlassian.com/platform/forge/app-compatibility/
import { z } from 'zod';

const product = z.strictObject({ required: z.boolean() });

/** Reads `app.compatibility`; an app without it is for one Atlassian app only. */
export const compatibility = z
  .strictObject({
    confluence: product.optional(),
    jira: product.optional(),
    bitbucket: product.optional(),
    compass: product.optional(),
  })
  .optional();

/** Tells whether the app can be connected to Jira. Throws on a declaration that Atlassian refuses, and on apps that aren't for Confluence first. */
export function isForJira(declared: z.infer<typeof compatibility>): boolean {
  if (declared === undefined) return false;
  const required = Object.values(declared).filter((one) => one?.required === true);
  if (required.length !== 1) throw new Error('app.compatibility must name exactly one required app');
  if (declared.confluence?.required !== true) throw new Error('The sandbox models apps that need Confluence only');
  return declared.jira !== undefined;
}
