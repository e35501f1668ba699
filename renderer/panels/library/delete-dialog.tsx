import { useRoom } from '../../state/room.ts';
import { Modal } from '../../ui/modal.tsx';
import { fillCount } from '../../words/fill.ts';
import { useLanguage, useWords } from '../../words/use-words.ts';

/** Asks before stories go for good: the one step of the list that cannot be taken back. */
export function DeleteDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const words = useWords().library;
  const language = useLanguage();
  const { shelves } = useRoom();
  return (
    <Modal title={fillCount(language, words.bin.confirm, ids.length)} className="ask" onClose={onClose}>
      <p className="ask-text">{words.bin.confirmHint}</p>
      <div className="ask-choices">
        <button type="button" className="button" data-kind="outline" onClick={onClose}>
          {words.bin.cancel}
        </button>
        <button
          type="button"
          className="button"
          data-kind="danger"
          onClick={() => {
            onClose();
            void shelves.delete(ids);
          }}
        >
          {words.actions.delete.replace(/…$/, '')}
        </button>
      </div>
    </Modal>
  );
}
