/** Reads a whole text with the parser of the site: what is wrong with it, and the block at a place. */
import type { Root } from 'mdast';
import { guard, guardSource, syntaxFinding, type Finding } from '../../src/body/guard.ts';
import { parse } from '../../src/body/parse.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { advise, type Advice } from './advice.ts';
import { blockAt, type WrittenBlock } from './blocks/written.ts';

export interface Reading {
  /** What would stop publication, in the words of the build. */
  readonly findings: readonly Finding[];
  readonly advice: readonly Advice[];
}

export type BlockReading = { readonly block: WrittenBlock | undefined } | { readonly finding: Finding };

/** What a reader thread can be asked. */
export interface Questions {
  text: { ask: { source: string; language: Language }; answer: Reading };
  block: { ask: { source: string; at: number }; answer: BlockReading };
}

export const answers = {
  text({ source, language }) {
    return { findings: findingsOf(source), advice: advise(source, language) };
  },
  block({ source, at }) {
    const [tooLarge] = guardSource(source);
    if (tooLarge) return { finding: tooLarge };
    try {
      return { block: blockAt(source, at) };
    } catch (error) {
      return { finding: syntaxFinding(error, source) };
    }
  },
} satisfies { [Q in keyof Questions]: (ask: Questions[Q]['ask']) => Questions[Q]['answer'] };

function findingsOf(source: string): Finding[] {
  const tooLarge = guardSource(source);
  if (tooLarge.length > 0) return tooLarge;
  let tree: Root;
  try {
    tree = parse(source);
  } catch (error) {
    return [syntaxFinding(error, source)];
  }
  return guard(tree);
}
