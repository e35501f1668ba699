import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { fitted } from '../../../src/picture/frame.ts';
import { shownSize } from '../../../src/picture/shape.ts';
import { CROP_RATIOS, type Crop, type CropRatio } from '../../../src/story/photo-details.ts';
import type { MediaFile } from '../../../src/story/schema.ts';
import { fill } from '../../words/fill.ts';
import { useWords } from '../../words/use-words.ts';
import { CropFrame } from './crop-frame.tsx';
import { aspect, begin, frameOf, frameShape, shapeOf, turned, type Shaped, type Target } from './crop-state.ts';
import './crop.css';

interface CropDialogProps {
  photo: Shaped;
  file: MediaFile;
  /** Where the picture is. */
  address: string;
  /** What was chosen, or null where nothing is to change. */
  onDone: (shape: Shaped | null) => void;
}

/** Crops and turns a photo: for all pages, or for those that want a certain ratio. The original is never touched. */
export function CropDialog({ photo, file, address, onDone }: CropDialogProps) {
  const words = useWords().editor.crop;
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState(() => begin(photo));
  const [isFocusing, setFocusing] = useState(false);

  useEffect(() => {
    const shown = dialog.current;
    const opener = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      // It has left the page by now, and gives no focus back by itself.
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  const frame = frameOf(state, file);
  const shape = frameShape(state, file);
  const setFrame = (next: Crop): void => setState((now) => ({ ...now, frames: { ...now.frames, [now.target]: next } }));
  const chooseRatio = (ratio: CropRatio | 'free'): void => {
    const next = { ...state, ratio };
    const wanted = frameShape(next, file);
    setState(wanted === null ? next : { ...next, frames: { ...state.frames, everywhere: fitted(wanted, frame) } });
  };
  const clear = (): void => {
    const { [state.target]: _, ...frames } = state.frames;
    setState({ ...state, frames, ratio: 'free' });
  };
  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!isFocusing) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = (part: number): number => Math.min(Math.max(Math.round(part * 1000) / 1000, 0), 1);
    const focal = { x: at((event.clientX - box.left) / box.width), y: at((event.clientY - box.top) / box.height) };
    setState({ ...state, focal });
    setFocusing(false);
  };
  const shownFile = { width: file.width, height: file.height };
  const size = shownSize(shownFile, shapeOf({ ...state, frames: { everywhere: frame } }));

  return (
    <dialog
      ref={dialog}
      className="crop-dialog"
      aria-labelledby="crop-title"
      onCancel={(event) => {
        event.preventDefault();
        onDone(null);
      }}
    >
      <h2 id="crop-title">{words.title}</h2>
      <div className="crop-stage">
        <div
          className="crop-picture"
          data-rotation={state.rotation}
          data-focusing={isFocusing}
          style={{ '--shown-ratio': aspect(file, state.rotation) } as React.CSSProperties}
          onPointerDown={point}
        >
          <img src={address} alt="" draggable={false} />
          <CropFrame frame={frame} shape={shape} words={words} onFrame={setFrame} />
          {state.focal && (
            <span
              className="crop-focal"
              style={{ left: `${state.focal.x * 100}%`, top: `${state.focal.y * 100}%` }}
              aria-hidden="true"
            />
          )}
        </div>
      </div>
      <p id="crop-help" className="crop-hint">
        {isFocusing ? words.focalHelp : words.help}
      </p>
      <div className="crop-controls">
        <label>
          <span>{words.target}</span>
          <select
            className="select"
            value={state.target}
            onChange={(event) => setState({ ...state, target: event.target.value as Target })}
          >
            <option value="everywhere">{words.everywhere}</option>
            {CROP_RATIOS.map((ratio) => (
              <option key={ratio} value={ratio}>
                {fill(words.only, { ratio })}
              </option>
            ))}
          </select>
        </label>
        <fieldset disabled={state.target !== 'everywhere'}>
          <legend>{words.ratio}</legend>
          {(['free', ...CROP_RATIOS] as const).map((ratio) => (
            <label key={ratio}>
              <input
                type="radio"
                name="crop-ratio"
                checked={state.target === 'everywhere' ? state.ratio === ratio : state.target === ratio}
                onChange={() => chooseRatio(ratio)}
              />
              {ratio === 'free' ? words.free : ratio}
            </label>
          ))}
        </fieldset>
        <div className="crop-buttons">
          <button type="button" className="button" onClick={() => setState(turned(state, 270))}>
            {words.left}
          </button>
          <button type="button" className="button" onClick={() => setState(turned(state, 90))}>
            {words.right}
          </button>
          <button type="button" className="button" onClick={clear}>
            {words.whole}
          </button>
          <button
            type="button"
            className="button"
            aria-pressed={isFocusing}
            onClick={(event) => {
              // Without a mouse: the middle of the frame.
              if (event.detail === 0)
                setState({ ...state, focal: { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 } });
              else setFocusing(!isFocusing);
            }}
          >
            {words.setFocal}
          </button>
          {state.focal && (
            <button type="button" className="button" onClick={() => setState({ ...state, focal: null })}>
              {words.clearFocal}
            </button>
          )}
        </div>
      </div>
      <footer>
        <output id="crop-size">{fill(words.size, size)}</output>
        <button type="button" className="button" data-kind="outline" onClick={() => onDone(null)}>
          {words.cancel}
        </button>
        <button type="button" className="button" data-kind="main" onClick={() => onDone(shapeOf(state))}>
          {words.apply}
        </button>
      </footer>
    </dialog>
  );
}
