/** The list of content types. A new type is its own file in `types/`, a line here and its name in each language's words. */
import type { z } from 'zod';
import { articles } from './types/articles.ts';
import { events } from './types/events.ts';
import { issues } from './types/issues.ts';
import { notices } from './types/notices.ts';
import { partnerships } from './types/partnerships.ts';
import { prefectures } from './types/prefectures.ts';
import { programmes } from './types/programmes.ts';
import { terms } from './types/terms.ts';
import { themes } from './types/themes.ts';
import type { ContentType } from './define-type.ts';

export const contentTypes = {
  issues,
  articles,
  programmes,
  events,
  notices,
  prefectures,
  partnerships,
  themes,
  terms,
} as const satisfies Record<string, ContentType>;

export type TypeName = keyof typeof contentTypes;

/** The values of a published entry of the type, in one language. */
export type Data<T extends TypeName> = z.output<(typeof contentTypes)[T]['schema']>;

export const typeNames = Object.keys(contentTypes) as TypeName[];
