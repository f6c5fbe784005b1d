/** Stands in for Decap's check of its configuration, which is made from the model and checked in the tests. */
export function validateConfig(): void {}
