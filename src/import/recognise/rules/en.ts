import type { LineRule } from '../parts.ts';

/** Names of sections and standing heads that English papers print above a headline. */
const EN_SECTIONS =
  'news|local|local news|politics|business|sports?|arts|culture|opinion|world|national|health|education|science|technology|tech|travel|entertainment|crime|courts|obituaries|environment|climate|analysis|exclusive|breaking(?: news)?|feature|features|weather|lifestyle|money|letters|editorial|commentary|investigation|metro|region|community';

/** How English-language newsrooms write the lines round a story. The first row that takes a line decides. */
export const enRules: readonly LineRule[] = [
  {
    name: 'en.furniture.share',
    part: 'furniture',
    confidence: 0.95,
    where: 'anywhere',
    pattern:
      /^(?:share(?: (?:this|on|via|full).{0,24})?|share|tweet|facebook|twitter|x|whatsapp|linkedin|pinterest|reddit|e-?mail|copy link|link copied|save(?: (?:article|story|for later))?|follow us(?: on .{1,20})?|listen to (?:this )?(?:article|story)|gift this article|like|instagram|telegram|messenger|flipboard)$/iu,
    takes: 'Share this article',
    leaves: 'Share prices fell after the flood',
  },
  {
    name: 'en.furniture.print',
    part: 'furniture',
    confidence: 0.95,
    where: 'anywhere',
    pattern:
      /^(?:print|print (?:this )?(?:article|story|page)|skip to (?:main )?content|back to top|home|menu|search|subscribe(?: now)?|sign in|log in|sign up|advertisement|sponsored|promoted|continue reading(?: below)?|read more|close|loading\.*)$/iu,
    takes: 'Print this article',
    leaves: 'Print is not dead in Alder Reach',
  },
  {
    name: 'en.furniture.comments',
    part: 'furniture',
    confidence: 0.92,
    where: 'anywhere',
    pattern:
      /^(?:\d+ comments?|comments? ?\(?\d*\)?|leave a comment|view comments|\d+ (?:min(?:ute)?s?) read|[\d,.]+[kK]? (?:views|shares)|enlarge this image|toggle caption|hide caption|getty images logo)$/iu,
    takes: '4 min read',
    leaves: 'Comments from the mayor came late on Friday.',
  },
  {
    name: 'en.furniture.related',
    part: 'furniture',
    confidence: 0.6,
    where: 'anywhere',
    pattern:
      /^(?:related(?: (?:stories|articles|coverage|posts))?|more (?:stories|from .{2,40}|on this)|read next|you may also like|most read|trending)\s?:?$/iu,
    takes: 'Related stories',
    leaves: 'Related charges were dropped in May.',
  },
  {
    name: 'en.label.headline',
    part: 'headline',
    confidence: 0.97,
    where: 'head',
    pattern: /^(?:headline|title|head|hed|subject)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Headline: River breaks its banks',
    leaves: 'Head of council resigns',
  },
  {
    name: 'en.label.standfirst',
    part: 'standfirst',
    confidence: 0.97,
    where: 'head',
    pattern: /^(?:standfirst|dek|deck|sub-?head(?:line|ing)?|summary|subtitle|intro)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Standfirst: Two villages are cut off.',
    leaves: 'Deck hands were paid in apples.',
  },
  {
    name: 'en.label.kicker',
    part: 'kicker',
    confidence: 0.95,
    where: 'head',
    pattern: /^(?:kicker|section|topic|slug ?line|category)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Kicker: River life',
    leaves: 'Section of the levee gave way',
  },
  {
    name: 'en.label.keywords',
    part: 'keywords',
    confidence: 0.97,
    where: 'around',
    pattern: /^(?:keywords?|tags?|tagged|filed under)\s?:\s*(?<said>\S.*)$/iu,
    takes: 'Tags: flood, Alder Reach',
    leaves: 'Tags on the sandbags named the street.',
  },
  {
    name: 'en.label.caption',
    part: 'caption',
    confidence: 0.93,
    where: 'anywhere',
    pattern: /^\[?(?:caption|photo caption|cutline|picture caption)(?: \d+)?\s?:\s*(?<said>\S.*?)\]?$/iu,
    takes: 'Caption: The ferry at the landing.',
    leaves: 'Caption writers had little to add.',
  },
  {
    name: 'en.byline.by',
    part: 'byline',
    confidence: 0.96,
    where: 'around',
    pattern:
      /^(?:(?:story|words|text|reported|reporting|written|photos?|photographs?|pictures|edited|editing|translated)(?:\s?(?:,|&|and)\s?(?:photos?|photographs?|pictures|words|text))*\s)?by:?\s(?:the\s)?(?<name>\p{L}[^.!?]{1,140}(?:\b(?:Jr|Sr|\p{L})\.)?[^.!?]{0,80})$/iu,
    takes: 'By Hannah Okafor and Tom Lindqvist, Staff Writers',
    leaves: 'By noon the bridge was closed to traffic.',
  },
  {
    name: 'en.byline.additional',
    part: 'byline',
    confidence: 0.95,
    where: 'tail',
    pattern:
      /^\(?(?:(?:additional )?(?:reporting|writing) by|editing by|reporting and writing by|with additional reporting by)\s(?<name>\p{L}.{1,140}?)\)?\.?$/iu,
    takes: '(Reporting by Mai Lan; Editing by Tom Lindqvist)',
    leaves: 'Reporting by the council was late again.',
  },
  {
    name: 'en.byline.credits',
    part: 'byline',
    confidence: 0.95,
    where: 'tail',
    pattern:
      /^(?:\p{Lu}[\p{L}.'’-]+ ){1,3}(?:is|are|was) an? (?:staff |freelance )?(?:writer|reporter|correspondent|editor|photographer)\b.{0,80}$/u,
    takes: 'Hannah Okafor is a staff writer at the Ledger.',
    leaves: 'The river is a danger to everyone on it.',
  },
  {
    name: 'en.source.labelled',
    part: 'source-credit',
    confidence: 0.97,
    where: 'around',
    pattern: /^\(?sources?\s?:\s*\S.{1,80}$/iu,
    takes: 'Source: The Alder Valley Ledger',
    leaves: 'Source of the leak still unknown',
  },
  {
    name: 'en.source.first-published',
    part: 'source-credit',
    confidence: 0.93,
    where: 'tail',
    pattern:
      /^\(?(?:this (?:story|article) (?:was )?(?:first|originally) (?:appeared|published|ran) (?:in|on|by|at) .{2,80}|courtesy of .{2,60}|via .{2,40}|(?:first|originally) published (?:in|on|by|at) .{2,80})$/iu,
    takes: 'This article was first published in the Alder Valley Ledger.',
    leaves: 'This article explains what the council plans to do about the floods.',
  },
  {
    name: 'en.source.copyright',
    part: 'source-credit',
    confidence: 0.9,
    where: 'tail',
    pattern: /^(?:©|\(c\)|copyright)\s.{2,100}$/iu,
    takes: '© 2025 The Alder Valley Ledger',
    leaves: 'Copyrights on the map ran out long ago.',
  },
  {
    name: 'en.kicker.section',
    part: 'kicker',
    confidence: 0.9,
    where: 'head',
    pattern: new RegExp(`^(?:${EN_SECTIONS})(?: [->»/|] (?:${EN_SECTIONS}))?$`, 'iu'),
    takes: 'Local news',
    leaves: 'Local news is in trouble',
  },
];
