/** The parts of Decap that the tests of the configuration run. */
declare module 'decap-cms-core/dist/esm/constants/configSchema.js' {
  /** Throws, naming each fault. */
  export function validateConfig(config: object): void;
}

declare module 'decap-cms-core/dist/esm/lib/registry.js' {
  export function registerWidget(widget: object): void;
}
