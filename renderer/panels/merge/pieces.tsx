import type { Piece } from '../../../src/compare/index.ts';

/** A text with what came in and what went out marked, as on a proof. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ is, text }, index) => {
    switch (is) {
      case 'same':
        return <span key={index}>{text}</span>;
      case 'added':
        return <ins key={index}>{text}</ins>;
      case 'removed':
        return <del key={index}>{text}</del>;
      case 'restyled':
        return <em key={index}>{text}</em>;
    }
  });
}
