import { useEffect, useEffectEvent, useState } from 'react';
import { useRoom } from '../../state/room.ts';
import { useWords } from '../../words/use-words.ts';
import './intake.css';

/** Pictures of kinds that the system has no media type for. */
const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|heic|heif|tiff?|bmp|raw|cr2|cr3|nef|arw|dng|psd|jxl|svg)$/i;

const isArticle = (file: File): boolean => !file.type.startsWith('image/') && !PICTURE.test(file.name);

/** Whether something else than pictures is being dragged in; their names are not told before they are dropped. */
function holdsArticles(data: DataTransfer | null): boolean {
  const items = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  return items.length > 0 && items.some(({ type }) => !type.startsWith('image/'));
}

/** Articles that are dropped anywhere on the window become stories; pictures are left to the editor. */
export function DropArticles() {
  const { desk } = useRoom();
  const words = useWords().intake;
  const [isOver, setOver] = useState(false);

  const drag = useEffectEvent((event: DragEvent) => {
    if (!holdsArticles(event.dataTransfer)) return;
    event.preventDefault();
    setOver(true);
  });
  const leave = useEffectEvent((event: DragEvent) => {
    // Out of the window, not from one part of it to another.
    if (event.relatedTarget === null) setOver(false);
  });
  const drop = useEffectEvent((event: DragEvent) => {
    setOver(false);
    const articles = [...(event.dataTransfer?.files ?? [])].filter(isArticle);
    if (articles.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void desk.import(articles);
  });

  useEffect(() => {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    window.addEventListener('dragover', drag, options);
    window.addEventListener('dragleave', leave, options);
    window.addEventListener('drop', drop, options);
    return () => {
      listening.abort();
    };
  }, []);

  return isOver ? <div className="drop-here">{words.dropHere}</div> : null;
}
