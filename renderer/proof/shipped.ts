import enAff from '../../node_modules/dictionary-en/index.aff?url';
import enDic from '../../node_modules/dictionary-en/index.dic?url';
import viAff from '../../node_modules/dictionary-vi/index.aff?url';
import viDic from '../../node_modules/dictionary-vi/index.dic?url';
import enStyle from '../../assets/house-style/en.json?raw';
import viStyle from '../../assets/house-style/vi.json?raw';

/** The rules that come with Copydesk; a newsroom's own stand for those of the same id. */
export const shippedStyles = [
  { name: 'vi.json', text: viStyle },
  { name: 'en.json', text: enStyle },
];

const files = [
  { language: 'vi', aff: viAff, dic: viDic },
  { language: 'en', aff: enAff, dic: enDic },
];

const read = async (address: string): Promise<string> => (await fetch(address)).text();

/** The dictionaries that come with Copydesk. */
export async function shippedDictionaries(): Promise<{ language: string; aff: string; dic: string }[]> {
  return Promise.all(
    files.map(async ({ language, aff, dic }) => ({ language, aff: await read(aff), dic: await read(dic) })),
  );
}
