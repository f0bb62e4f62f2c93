// Atlaskit reads rollout gates when it loads; outside the product there are none, and it would log an error each time.
// All gates are off, as in the published design system. A site may have some of them on.
Object.assign(globalThis, { __PLATFORM_FEATURE_FLAGS__: { booleanResolver: () => false } });
