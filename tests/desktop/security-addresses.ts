/** Spellings of a step upward that some decoder, somewhere, has taken for one. */
const UP = [
  '..', '%2e%2e', '%2E%2E', '.%2e', '%2e.', '%252e%252e', '%25252e%25252e', '..%00', '%00..', '..\0', '..;', '...', '....', '%c0%ae%c0%ae', '%e0%80%ae%e0%80%ae',
  '%uff0e%uff0e', '\uff0e\uff0e', '\u2025', '. .', '..%20', '..%09', '.\t.', '.\n.', '%2e%2e%2e', '~', '%7e',
];
const SLASH = ['/', '\\', '%2f', '%2F', '%5c', '%5C', '%252f', '%255c', '//', '\\\\', '%c0%af', '\u2215', '\uff0f', '/./', '/%2e/', ';/'];
const WANTED = ['package.json', 'host/main.js', 'etc/passwd'];

const WHOLE = [
  'app://window', 'app://window/', 'app://window//', 'app://window//index.html', 'app://window/./', 'app://window/INDEX.HTML', 'app://window/index.html/',
  'app://window/index.html%00', 'app://window/index.html%00.js', 'app://window/index.html?x', 'app://window/index.html;x', 'app://window/index.htm', 'app://window/assets', 'app://window/assets/',
  'app://user@window/index.html', 'app://window@evil/index.html', 'app://window.evil/index.html', 'app://windows/index.html', 'app://%77indow/index.html%2f',
  'app:///index.html', 'app:index.html', 'app:/index.html', 'app:///etc/passwd', 'app://etc/passwd', 'app://localhost/etc/passwd', 'app://127.0.0.1/index.html', 'app://c:/windows/win.ini', 'app://window/C:/Windows/win.ini', 'app://window/file:///etc/passwd', 'app://window//etc/passwd', 'app://window/etc/passwd',
  'app://media', 'app://media/', 'app://media/..', 'app://media/../copydesk.db', 'app://media/%2e%2e/copydesk.db', `app://media/${'a'.repeat(64)}`, `app://media/${'A'.repeat(64)}`, `app://media/${'a'.repeat(63)}`, `app://media/${'a'.repeat(65)}`,
  `app://media/${'a'.repeat(64)}.jpg`, `app://media/${'a'.repeat(64)}/..`, `app://media/aa/${'a'.repeat(64)}.jpg`, `app://media/${'a'.repeat(60)}%2e%2e%2f`, `app://media/${'g'.repeat(64)}`, `app://media/${'a'.repeat(64)}%00`, `app://media/${'%61'.repeat(64)}x`,
];

/** Some 1,300 addresses under app:// none of which is a file of the window or a picture that was ever kept. */
export function addressesThatLeadNowhere(): string[] {
  const climbs = UP.flatMap((up) => SLASH.flatMap((slash) => WANTED.map((wanted) => `app://window/${up}${slash}${wanted}`)));
  const deep = SLASH.map((slash) => `app://window/assets/${`..${slash}`.repeat(12)}etc${slash}passwd`);
  return [...WHOLE, ...climbs, ...deep];
}
