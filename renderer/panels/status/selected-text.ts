/** The selection may go on changing for so long before it is counted, in milliseconds. */
const CALM = 200;

/** What is selected of the story: in a field of its page, or in its body. */
function selectedText(): string {
  const active = document.activeElement;
  if (active instanceof HTMLTextAreaElement && active.closest('.sheet'))
    return active.value.slice(active.selectionStart, active.selectionEnd);
  const selection = getSelection();
  const node = selection?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('.editor-body') ? (selection?.toString() ?? '') : '';
}

/** Hears what is selected of the story, behind the selecting. Answers the function that stops it. */
export function watchSelection(heard: (text: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => heard(selectedText()), CALM);
  };
  document.addEventListener('selectionchange', later);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('selectionchange', later);
  };
}
