/** The page beside the text: the real one of the unsaved draft in local editing, its text and fields over a Git host. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import siteCss from '../../src/styles/site.css?inline';
import { pathOf } from '../../src/entries/entry.ts';
import { defaultLanguage, isLanguage, type Language } from '../../src/i18n/languages.ts';
import { contentTypes, typeNames } from '../../src/model/content-types.ts';
import type { Registry } from '../main.ts';
import { filesOf, openEntry, slugOf } from '../desk/open-entry.ts';
import { say } from '../parts/language.ts';
import { editorOf } from '../widgets/editors.ts';
import { passageAt, showPassage } from './follow.ts';
import renderedCss from './rendered.css?inline';
import { RenderedEntry } from './RenderedEntry.tsx';

interface Props {
  readonly locale?: string;
  /** Changes with every change of the form. */
  readonly entry: object;
}

export function registerPreviews(cms: Registry): void {
  const isLocal = NEWSROOM.backend === 'local';
  const Page = isLocal ? RealPage : RenderedEntry;
  for (const type of typeNames)
    cms.registerPreviewTemplate(type, (props: Props) => (
      <Pane {...props}>
        <Page {...props} />
      </Pane>
    ));
  cms.registerPreviewStyle(isLocal ? 'body { margin: 0; }' : siteCss + renderedCss, { raw: true });
}

/** Decap's frame, which has no name for those who do not see it, and shows the passage that is being written. */
function Pane({ locale, children }: Props & { children: ReactNode }) {
  const language = isLanguage(locale) ? locale : defaultLanguage;
  useEffect(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#preview-pane');
    if (!frame) return undefined;
    frame.title = say({ ja: '書いているページの見え方', en: 'The page as it is written' });
    let timer: ReturnType<typeof setTimeout>;
    const follow = () => {
      clearTimeout(timer);
      timer = setTimeout(() => followCursor(language, frame.contentDocument?.querySelector('iframe') ?? frame), pause);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', follow);
    };
  }, [language]);
  return children;
}

/** Milliseconds without typing after which the page is asked for, and follows the cursor. */
const pause = 250;

function RealPage({ locale, entry }: Props) {
  const [fault, setFault] = useState('');
  const frames = useRef<HTMLDivElement>(null);
  const language = isLanguage(locale) ? locale : defaultLanguage;
  useEffect(() => {
    const waiting = new AbortController();
    const timer = setTimeout(() => {
      show(language, waiting.signal, frames.current).then(
        () => setFault(''),
        (error: Error) => !waiting.signal.aborted && setFault(error.message),
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      waiting.abort();
    };
  }, [language, entry]);
  return (
    <div style={{ position: 'fixed', inset: 0 }}>
      {fault && <p role="alert">{fault}</p>}
      <div ref={frames} style={{ height: '100%' }} />
    </div>
  );
}

/** Asks for the page of the draft as it is now, and puts it in place of the one before once it has loaded. */
async function show(language: Language, signal: AbortSignal, host: HTMLElement | null): Promise<void> {
  const open = openEntry();
  if (!open || !host) return;
  const slug = slugOf(open);
  const folder = contentTypes[open.type].storage === 'folder' ? pathOf(open.type, slug || 'new') : undefined;
  const pictures = await Promise.all(
    open.pictures.flatMap(({ draft, file, name }) =>
      draft && file && folder ? [base64(file).then((content) => [name, content] as const)] : [],
    ),
  );
  const response = await fetch('/api/preview', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: open.type,
      slug,
      language,
      files: filesOf(open, slug || 'new'),
      pictures: Object.fromEntries(pictures),
    }),
    signal,
  });
  if (!response.ok) throw new Error(say({ ja: 'ページを表示できませんでした。', en: 'The page could not be shown.' }));
  const { url } = (await response.json()) as { url: string };
  const before = host.querySelector('iframe');
  const frame = host.ownerDocument.createElement('iframe');
  frame.title = say({ ja: 'ページの見え方', en: 'How the page looks' });
  frame.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;border:0;background:white;visibility:hidden';
  frame.addEventListener(
    'load',
    () => {
      // The reader's place in the page is kept, so that it does not jump at every word.
      frame.contentWindow?.scrollTo(0, before?.contentWindow?.scrollY ?? 0);
      followCursor(language, frame);
      frame.style.visibility = 'visible';
      for (const other of host.querySelectorAll('iframe')) if (other !== frame) other.remove();
    },
    { once: true },
  );
  frame.src = url;
  host.append(frame);
}

/** While the text is being written, the page shows the passage at the cursor. */
function followCursor(language: Language, frame: HTMLIFrameElement): void {
  const editor = editorOf(language);
  const cursor = editor?.cursor();
  const passage = editor && cursor && passageAt(editor.text(), cursor.line);
  if (passage && frame.contentWindow) showPassage(frame.contentWindow, passage);
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
