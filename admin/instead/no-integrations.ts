/** Stands in for Decap's hosted search and asset stores, which this newsroom's configuration has none of. */
export function getIntegrationProvider(): undefined {
  return undefined;
}
