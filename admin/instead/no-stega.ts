/** Stands in for Decap's invisible marks in previewed texts, by which its visual editing finds a field; it is not used here. */
export function encodeEntry<Value>(entry: Value): Value {
  return entry;
}

export function vercelStegaDecode(): undefined {
  return undefined;
}
