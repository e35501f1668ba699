import { useWords } from '../../words/use-words.ts';
import { fill } from '../../words/fill.ts';
import type { SettingsSection } from './section.ts';
import './about.css';

/** What the build writes in (.config/vite.config.ts): the version, and the packages that went in, from the lock file. */
declare const __PROGRAM__: {
  version: string;
  packages: readonly { name: string; version: string; licence: string }[];
};

/** Which Copydesk this is, and whose work is in it, under what licences. */
export const about: SettingsSection = {
  key: 'about',
  title: (words) => words.settings.about.title,
  Panel: About,
  isReadOnly: true,
};

function About() {
  const words = useWords().settings.about;
  const { version, packages } = __PROGRAM__;
  return (
    <>
      <p className="about-program">{fill(words.program, { version })}</p>
      <p className="settings-hint">{words.quiet}</p>
      <table className="about-packages">
        <caption>{fill(words.packages, { count: String(packages.length) })}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.licence}</th>
          </tr>
        </thead>
        <tbody lang="en" translate="no">
          {packages.map((one) => (
            <tr key={`${one.name} ${one.version}`}>
              <td>{one.name}</td>
              <td>{one.version}</td>
              <td>{one.licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
