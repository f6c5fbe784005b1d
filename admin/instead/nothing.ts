/** Stands in for a part of Decap that the newsroom does without: as a component, a React plugin or a type check, it is nothing. */
export default function Nothing(): null {
  return null;
}
