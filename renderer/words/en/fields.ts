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
  /** For screen readers, said once on coming near the limit and once on passing it. */
  charactersLeft: '{left} characters left',
  charactersOver: '{over} characters over the limit. Nothing is cut.',
  bylineRead: 'Understood as',
  roles: {
    reporter: 'reporter',
    photographer: 'photographer',
    editor: 'editor',
    translator: 'translator',
    contributor: 'contributor',
  },
  datelineRead: 'Understood as',
  wrongWeekday: '{date} is a {weekday}. Correct the weekday or the date.',
};
