/** The `image` widget: a picture of the entry, chosen in the newsroom's own dialog. */
import { useSyncExternalStore } from 'react';
import { store } from 'decap-cms-core/dist/esm/redux/index.js';
import { say } from '../parts/language.ts';
import { choosePicture } from '../pictures/Chooser.tsx';
import { pictureUrl } from '../pictures/pictures.ts';
import type { ControlProps } from './control.ts';

export function PictureControl({ value, forID, classNameWrapper, onChange }: ControlProps<string>) {
  // The pictures of the entry change beside its values.
  useSyncExternalStore(store.subscribe, () => store.getState().entryDraft);
  const url = value ? pictureUrl(value) : undefined;
  return (
    <div className={`picture-field ${classNameWrapper}`}>
      {value && (
        <figure>
          <img src={url} alt="" />
          <figcaption>{value}</figcaption>
        </figure>
      )}
      <p>
        <button
          type="button"
          id={forID}
          onClick={async () => {
            const name = await choosePicture();
            if (name !== undefined) onChange(name);
          }}
        >
          {value ? say({ ja: '別の画像にする', en: 'Choose another' }) : say({ ja: '画像を選ぶ', en: 'Choose a picture' })}
        </button>
        {value && (
          <button type="button" onClick={() => onChange('')}>
            {say({ ja: '外す', en: 'Take it out' })}
          </button>
        )}
      </p>
    </div>
  );
}
