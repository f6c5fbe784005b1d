import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { entriesOf } from './entries/loader.ts';
import { typeNames } from './model/content-types.ts';

/** Every type of the model is a collection. The reader has checked the entries: here they only pass through. */
export const collections = Object.fromEntries(
  typeNames.map((type) => [type, defineCollection({ loader: entriesOf(type), schema: z.looseObject({}) })]),
);
