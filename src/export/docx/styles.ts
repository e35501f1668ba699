import type { IStylesOptions } from 'docx';

/** Names of the paragraph styles that Word has not by itself; the rest are Word's own. */
export const STYLE = {
  kicker: 'StoryKicker',
  byline: 'StoryByline',
  dateline: 'StoryDateline',
  attribution: 'StoryAttribution',
  boxTitle: 'StoryBoxTitle',
  box: 'StoryBox',
  card: 'StoryCard',
  photoToCome: 'StoryPhotoToCome',
  source: 'StorySource',
} as const;

const own = (id: string, name: string, size: number, more: object, paragraph: object): object => ({
  id,
  name,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { size, ...more },
  paragraph,
});
const GREY = { color: '595959' };
const SANS = { font: 'Arial' };
const BOX = { indent: { left: 200, right: 200 }, shading: { fill: 'F3F0E8' } };

/** Real Word styles, so that a desk can restyle the whole document. Fonts that Windows, macOS and LibreOffice have, with every Vietnamese letter. */
export function documentStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: 'Times New Roman',
          size: 24,
          language: { value: language, eastAsia: language, bidirectional: language },
        },
        paragraph: { spacing: { after: 160, line: 300 } },
      },
      title: { run: { size: 48, bold: true }, paragraph: { spacing: { before: 60, after: 160, line: 264 } } },
      heading2: { run: { size: 32, bold: true }, paragraph: { spacing: { before: 320, after: 120 }, keepNext: true } },
      heading3: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 280, after: 100 }, keepNext: true } },
      heading4: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      hyperlink: { run: { color: '1F4E79', underline: { type: 'single' } } },
      listParagraph: { paragraph: { spacing: { after: 80 } } },
    },
    paragraphStyles: [
      own('Subtitle', 'Subtitle', 28, GREY, { spacing: { after: 200 } }),
      own('Quote', 'Quote', 24, { italics: true }, { indent: { left: 500, right: 500 } }),
      own(
        'IntenseQuote',
        'Intense Quote',
        32,
        { italics: true },
        { alignment: 'center', spacing: { before: 240, after: 120 } },
      ),
      own('Caption', 'caption', 20, { ...SANS, ...GREY }, { spacing: { after: 240 } }),
      own(STYLE.kicker, 'Story kicker', 20, { ...SANS, bold: true, color: '9A1B1E' }, { spacing: { after: 60 } }),
      own(STYLE.byline, 'Story byline', 20, { ...SANS, bold: true }, { spacing: { after: 40 } }),
      own(STYLE.dateline, 'Story dateline', 20, { ...SANS, ...GREY }, { spacing: { after: 280 } }),
      own(STYLE.attribution, 'Story attribution', 20, { ...SANS, ...GREY }, { indent: { left: 500, right: 500 } }),
      own(STYLE.boxTitle, 'Story box title', 24, { ...SANS, bold: true }, { ...BOX, keepNext: true }),
      own(STYLE.box, 'Story box', 22, {}, BOX),
      own(STYLE.card, 'Story card', 22, SANS, { indent: { left: 200 } }),
      own(STYLE.photoToCome, 'Story photo to come', 20, { ...SANS, ...GREY, italics: true }, { keepNext: true }),
      own(STYLE.source, 'Story source', 20, { italics: true, ...GREY }, { spacing: { before: 240 } }),
    ] as NonNullable<IStylesOptions['paragraphStyles']>,
  };
}
