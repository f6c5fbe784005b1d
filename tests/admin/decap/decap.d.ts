/** The parts of Decap that only the tests of the configuration run. */
declare module 'decap-cms-core/dist/esm/constants/configSchema.js' {
  /** Throws, naming each fault. */
  export function validateConfig(config: object): void;
}

declare module 'decap-cms-core/dist/esm/lib/registry.js' {
  export function registerWidget(widget: object): void;
}

declare module 'decap-cms-widget-*/dist/esm/schema.js' {
  const schema: object;
  export default schema;
}
