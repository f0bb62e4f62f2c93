/** Wraps an app's callback for a DOM component: it returns nothing, and a failure of the app stays unhandled and so visible. */
export function forward(callback: (...args: unknown[]) => unknown) {
  return (...args: unknown[]): void => {
    void callback(...args.filter((value) => !isAnalytics(value)).map(copyArgument));
  };
}

/** Recognizes Atlaskit's analytics event, which it passes as a last argument; it has no meaning to an app. */
function isAnalytics(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_isUIAnalyticsEvent' in value;
}

function copyArgument(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !isEvent(value)) return value;
  const { bubbles, cancelable, defaultPrevented, eventPhase, isTrusted, timeStamp, type, target } = value;
  return {
    bubbles,
    cancelable,
    defaultPrevented,
    eventPhase,
    isTrusted,
    timeStamp,
    type,
    target: copyTarget(target),
  };
}

function isEvent(value: object): value is Event {
  return 'type' in value && 'target' in value && 'bubbles' in value;
}

// Arguments of an app's callback: copies. A DOM event becomes the `SerialisableEvent` of @atlaskit/forge-react-types.
const TARGET_FIELDS = ['value', 'checked', 'name', 'id', 'tagName', 'type', 'selectionStart', 'selectionEnd'] as const;

function copyTarget(target: EventTarget | null): Record<string, unknown> {
  return Object.fromEntries(TARGET_FIELDS.map((field) => [field, (target as Record<string, unknown> | null)?.[field]]));
}
