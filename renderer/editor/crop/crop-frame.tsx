import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { moved, sized, type Corner } from '../../../src/picture/frame.ts';
import type { Crop } from '../../../src/story/photo-details.ts';
import type { EditorWords } from '../../words/en/editor.ts';

const CORNERS: readonly Corner[] = ['nw', 'ne', 'sw', 'se'];
const ARROWS: Record<string, [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How far one press of an arrow goes, as a fraction. */
const STEP = 0.01;

interface FrameProps {
  frame: Crop;
  /** Width to height that is kept, in fractions; null where any will do. */
  shape: number | null;
  words: EditorWords['crop'];
  onFrame: (frame: Crop) => void;
}

/** The frame over the picture: dragged whole or by its corners, or moved and sized with the arrows. */
export function CropFrame({ frame, shape, words, onFrame }: FrameProps) {
  const [drag, setDrag] = useState<{ x: number; y: number; frame: Crop } | null>(null);

  const go = (event: PointerEvent<HTMLElement>, corner: Corner | null): void => {
    const picture = event.currentTarget.closest('.crop-picture')?.getBoundingClientRect();
    if (!drag || !picture) return;
    event.stopPropagation();
    const dx = (event.clientX - drag.x) / picture.width;
    const dy = (event.clientY - drag.y) / picture.height;
    onFrame(corner ? sized(drag.frame, corner, dx, dy, shape) : moved(drag.frame, dx, dy));
  };
  const press = (event: KeyboardEvent, corner: Corner | null): void => {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    event.stopPropagation();
    const [dx, dy] = [arrow[0] * STEP, arrow[1] * STEP];
    const by = corner ?? (event.shiftKey ? 'se' : null);
    onFrame(by ? sized(frame, by, dx, dy, shape) : moved(frame, dx, dy));
  };
  const drags = (corner: Corner | null) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ x: event.clientX, y: event.clientY, frame });
      event.stopPropagation();
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => go(event, corner),
    onPointerUp: () => setDrag(null),
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event: KeyboardEvent) => press(event, corner),
  });
  const percent = (side: number): string => `${side * 100}%`;

  return (
    <div
      className="crop-frame"
      style={{
        left: percent(frame.x),
        top: percent(frame.y),
        width: percent(frame.width),
        height: percent(frame.height),
      }}
    >
      <button
        type="button"
        className="crop-part"
        aria-label={words.part}
        aria-describedby="crop-help crop-size"
        {...drags(null)}
      />
      {CORNERS.map((corner) => (
        <button
          key={corner}
          type="button"
          className="crop-corner"
          data-corner={corner}
          aria-label={words.corners[corner]}
          {...drags(corner)}
        />
      ))}
    </div>
  );
}
