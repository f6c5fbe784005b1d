/** A package without types of its own. */
declare module 'textlint-rule-preset-ja-technical-writing' {
  import type { TextlintRuleModule } from '@textlint/kernel';

  const preset: { readonly rules: Readonly<Record<string, TextlintRuleModule>> };
  export default preset;
}
