import type { Piece } from '../../../src/compare/index.ts';
import { useWords } from '../../words/use-words.ts';

/** Which of the two texts is shown: both in one, or one of them alone. */
export type Side = 'both' | 'old' | 'new';

/** A text with what came in and what went: `ins` and `del` for those who listen, lines for those who see no colours. */
export function Pieces({ pieces, side }: { pieces: readonly Piece[]; side: Side }) {
  const words = useWords().versions.marks;
  return pieces.map((piece, index) => {
    const { is, text } = piece;
    if ((side === 'old' && is === 'added') || (side === 'new' && is === 'removed')) return null;
    const style = side === 'old' && piece.was ? piece.was : piece;
    const inner = <Styled marks={style.marks}>{text}</Styled>;
    switch (is) {
      case 'added':
        return <ins key={index}>{inner}</ins>;
      case 'removed':
        return <del key={index}>{inner}</del>;
      case 'restyled':
        return (
          <span key={index} className="compare-restyled" title={words.restyled}>
            {inner}
          </span>
        );
      case 'same':
        return <span key={index}>{inner}</span>;
    }
  });
}

function Styled({ marks, children }: { marks: Piece['marks']; children: string }) {
  return marks ? <span data-marks={marks.join(' ')}>{children}</span> : children;
}
