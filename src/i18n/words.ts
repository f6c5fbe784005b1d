/** The interface's words, one file a language; Japanese sets the shape that the others must fill. */
import type { Language } from './languages.ts';
import { en } from './words/en.ts';
import { ja } from './words/ja.ts';

export type Dictionary = typeof ja;

export const words: Readonly<Record<Language, Dictionary>> = { ja, en };
