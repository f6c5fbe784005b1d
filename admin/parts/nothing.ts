/** Stands in for a part of Decap that the newsroom does without. */
export default function Nothing(): null {
  return null;
}
