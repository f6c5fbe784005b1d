/** Chooses a picture of the entry, or takes a new one in. */
import { useRef, useState } from 'react';
import './chooser.css';
import { ask } from '../parts/dialog.tsx';
import { say } from '../parts/language.ts';
import { addPicture, picturesHere } from './pictures.ts';

/** Lets the editor choose; undefined where the dialog was closed. */
export function choosePicture(): Promise<string | undefined> {
  return ask<string>({
    title: say({ ja: '画像を選ぶ', en: 'Choose a picture' }),
    size: 'wide',
    body: (answer) => <Chooser choose={answer} />,
  });
}

function Chooser({ choose }: { choose: (name: string) => void }) {
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const pictures = picturesHere();

  async function take(files: FileList | null) {
    const file = files?.[0];
    if (!file) return;
    setBusy(true);
    setFault('');
    try {
      choose(await addPicture(file));
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <div
      className="chooser"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer.files);
      }}
    >
      <p>
        {say({
          ja: '新しい画像は、大きすぎれば縮め、撮影場所などの情報を取り除いてから、この項目の隣に保存します。',
          en: 'A new picture is made smaller where it is too large, freed of the place and camera recorded in it, and saved beside this entry.',
        })}
      </p>
      <p>
        <button type="button" className="primary" disabled={busy} onClick={() => input.current?.click()}>
          {busy ? say({ ja: '整えています…', en: 'Preparing…' }) : say({ ja: '新しい画像を入れる', en: 'Add a picture' })}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp,image/avif"
          onChange={(event) => void take(event.target.files)}
        />
      </p>
      <p role="alert" className="chooser-fault">
        {fault}
      </p>
      {pictures.length > 0 && (
        <>
          <h3>{say({ ja: 'この項目の画像', en: 'Pictures of this entry' })}</h3>
          <ul className="chooser-pictures">
            {pictures.map(({ name, url }) => (
              <li key={name}>
                <button type="button" onClick={() => choose(name)}>
                  <img src={url} alt="" />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
