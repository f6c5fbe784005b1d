/** Stands in for Decap's readers of YAML, TOML, JSON and front matter: the newsroom registers its own (`desk/formats.ts`). */
const none = {
  fromFile(): never {
    throw new Error('This newsroom reads its own two formats alone.');
  },
  toFile(): never {
    throw new Error('This newsroom writes its own two formats alone.');
  },
};

export default none;
export const FrontmatterInfer = none;
export const frontmatterJSON = () => none;
export const frontmatterTOML = () => none;
export const frontmatterYAML = () => none;
