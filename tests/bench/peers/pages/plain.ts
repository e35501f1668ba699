import { blockAt, present, TAGS } from './peer.ts';

let body: HTMLElement;

// What the browser does by itself: the floor.
present({
  mount: (host, blocks) => {
    body = host;
    body.contentEditable = 'true';
    for (const { isHeading, runs } of blocks) {
      const block = document.createElement(isHeading ? 'h2' : 'p');
      for (const { text, mark } of runs) {
        if (!mark) block.append(text);
        else block.appendChild(document.createElement(TAGS[mark])).textContent = text;
      }
      body.append(block);
    }
    body.focus();
  },
  toCaret: (spot) => {
    const block = body.children[blockAt(spot, body.children.length)];
    if (!block) throw new Error('no such block');
    block.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(block);
    getSelection()?.collapseToEnd();
  },
});
