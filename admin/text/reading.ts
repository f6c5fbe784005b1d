/** Reads a whole text with the parser of the site: what is wrong with it, and the block at a place. */
import type { Root } from 'mdast';
import { guard, guardSource, syntaxFinding, type Finding } from '../../src/body/guard.ts';
import { parse } from '../../src/body/parse.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { driftsIn } from '../../src/terms/drift.ts';
import { finderOf, type TermForms } from '../../src/terms/forms.ts';
import { advise, type Advice } from './advice.ts';
import { lengthOf, wordsIn, wordsInSource } from './length.ts';
import { blockAt, type WrittenBlock } from './blocks/written.ts';

export interface Reading {
  /** What would stop publication, in the words of the build. */
  readonly findings: readonly Finding[];
  readonly advice: readonly Advice[];
  /** Characters or words, as a reader counts them. */
  readonly length: number;
}

export type BlockReading = { readonly block: WrittenBlock | undefined } | { readonly finding: Finding };

/** What a reader thread can be asked. */
export interface Questions {
  text: { ask: { source: string; language: Language; terms: readonly TermForms[] }; answer: Reading };
  block: { ask: { source: string; at: number }; answer: BlockReading };
}

export const answers = {
  text({ source, language, terms }) {
    const { tree, findings } = read(source);
    const words = tree ? wordsIn(tree) : wordsInSource(source);
    const advice = [...advise(source, language), ...driftsIn(source, finderOf(terms))];
    return { findings, advice, length: lengthOf(words, language) };
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

function read(source: string): { tree?: Root; findings: Finding[] } {
  const tooLarge = guardSource(source);
  if (tooLarge.length > 0) return { findings: tooLarge };
  let tree: Root;
  try {
    tree = parse(source);
  } catch (error) {
    return { findings: [syntaxFinding(error, source)] };
  }
  return { tree, findings: guard(tree) };
}
