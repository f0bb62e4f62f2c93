// Atlaskit asks for rollout gates when it loads; outside the product nobody answers, and it would log an error each time.
Object.assign(globalThis, { __PLATFORM_FEATURE_FLAGS__: { booleanResolver: () => false } });
