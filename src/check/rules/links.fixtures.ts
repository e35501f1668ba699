import { en, h, link, p, vi, type Fixture } from '../fixture.ts';

const text = (...runs: (string | ReturnType<typeof link>)[]): ReturnType<typeof p> =>
  p(runs.map((run) => (typeof run === 'string' ? { text: run } : run)));

export const linkFixtures: Fixture[] = [
  {
    rule: 'link.anchor',
    trips: [
      { what: 'a subhead that is gone', story: vi({}, text('Xem ', link('chi phí', '#chi-phi'))), finds: ['chi phí'] },
    ],
    misses: [
      {
        what: 'a subhead that is there',
        story: vi({}, text('Xem ', link('chi phí', '#chi-phi')), h(2, 'Chi phí')),
        finds: [],
      },
      { what: 'an address of the web', story: vi({}, text(link('trang', 'https://a.example/#x'))), finds: [] },
    ],
  },
  {
    rule: 'link.empty',
    trips: [
      { what: 'no address', story: en({}, text('See ', link('the report', ''))), finds: ['the report'] },
      { what: 'half an address', story: en({}, text(link('the report', 'https://'))), finds: ['the report'] },
      { what: 'a script', story: en({}, text(link('the report', 'javascript:alert(1)'))), finds: ['the report'] },
      { what: 'a link that nobody sees', story: en({}, text('Read', link(' ', 'https://a.example/'))), finds: [' '] },
    ],
    misses: [
      { what: 'an address', story: en({}, text(link('the report', 'https://a.example/'))), finds: [] },
      { what: 'a mail address', story: en({}, text(link('write to us', 'mailto:desk@a.example'))), finds: [] },
    ],
  },
  {
    rule: 'link.vague',
    trips: [
      { what: 'here', story: en({}, text('Read it ', link('here', 'https://a.example/'), '.')), finds: ['here'] },
      { what: 'Click here!', story: en({}, text(link('Click here!', 'https://a.example/'))), finds: ['Click here!'] },
      { what: 'tại đây', story: vi({}, text('Xem ', link('tại đây', 'https://a.example/'))), finds: ['tại đây'] },
      { what: 'TẠI ĐÂY', story: vi({}, text('Xem ', link('TẠI ĐÂY', 'https://a.example/'))), finds: ['TẠI ĐÂY'] },
      {
        what: 'one link in two styles',
        story: en(
          {},
          p([
            { text: 'click ', href: 'https://a.example/' },
            { text: 'here', href: 'https://a.example/', marks: ['strong'] },
          ]),
        ),
        finds: ['click here'],
      },
    ],
    misses: [
      {
        what: 'words that say where',
        story: en({}, text('Read ', link('the report here', 'https://a.example/'))),
        finds: [],
      },
      { what: 'tại đây, that is no link', story: vi({}, p('Xem tại đây.')), finds: [] },
      { what: 'a name', story: en({}, text(link('Here and Now', 'https://a.example/'))), finds: [] },
    ],
  },
];
