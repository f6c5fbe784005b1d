/** What the editor of a text asks of the application around it. */
import type { TypeName } from '../../src/model/content-types.ts';
import type { TermForms } from '../../src/terms/forms.ts';

/** An entry that a text can point to. */
export interface EntryChoice {
  readonly type: TypeName;
  readonly slug: string;
  readonly title: string;
  /** Its address on the site, `/ja/articles/x/`, in the text's language. */
  readonly path: string;
  readonly date?: string;
}

export interface TextServices {
  /** Entries whose title, reading or slug holds the words; of one type where it is named. */
  findEntries(query: string, type?: TypeName): Promise<readonly EntryChoice[]>;
  /** The terms that are agreed in the text's language. */
  terms(): readonly TermForms[];
  /** Lets the editor choose a picture of this entry, or add one; undefined where none was chosen. */
  choosePicture(): Promise<string | undefined>;
  /** Takes a pasted or dropped picture into the entry and gives its file name. Rejects with an Error whose message is for the editor. */
  addPicture(file: File): Promise<string>;
  /** An address at which a picture of this entry can be shown now. */
  pictureUrl(file: string): string | undefined;
}
