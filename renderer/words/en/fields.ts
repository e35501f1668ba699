/** The fields round the body, as the page shows them. Labels are how outside tools find the fields (tests/README.md). */
export const fieldWords = {
  page: 'Story',
  labels: {
    kicker: 'Kicker',
    headline: 'Headline',
    standfirst: 'Standfirst',
    byline: 'Byline',
    dateline: 'Dateline',
    body: 'Story body',
    sourceCredit: 'Source credit',
  },
  hints: {
    kicker: 'Topic or series',
    headline: 'What happened',
    standfirst: 'Why it matters, in a sentence or two',
    byline: 'Name - Name',
    dateline: 'Thursday, June 12, 2025, 10:30 [GMT+7]',
    sourceCredit: 'Whose reporting this is, if not ours alone',
  },
  /** What belongs to the story and is not on its page. */
  details: {
    title: 'Story details',
    mark: 'Mark of the lead',
    markHint: 'Printed before the first sentence, as (TTV) - or HANOI (Agency) -',
    slug: 'Slug',
    slugHint: 'Names the page and its files; made from the headline once',
    keywords: 'Keywords',
    keywordsHint: 'Parted by commas',
    section: 'Section',
    sectionHint: 'Where it stands in the paper',
    urgency: 'Urgency',
    urgencyHint: '1 is the most urgent, 9 the least',
    noUrgency: 'None',
  },
  /** For screen readers, said once on coming near the limit and once on passing it. */
  nearLimit: '{field}: near the limit of {limit} characters',
  overLimit: '{field}: past the limit of {limit} characters. Nothing is cut.',
  roles: {
    reporter: 'reporter',
    photographer: 'photographer',
    editor: 'editor',
    translator: 'translator',
    contributor: 'contributor',
  },
  /** Before what was understood of a byline or dateline. */
  understood: 'Read as',
  datelineWarnings: {
    'dateline.wrong-weekday': 'The date falls on another weekday. Correct one of them.',
    'dateline.impossible-date': 'There is no such day or time. Correct the date.',
  },
};
