/** Shows a field's hint in place of Decap's Markdown engine: hints here are plain words. */
export default function Hint({ children }: { readonly children?: string }) {
  return <p>{children}</p>;
}
