// What the code may not say, each with what to say instead. One rule of ESLint takes all selectors of a file,
// so they are put together here by folder.

/** An import or export of a relative file without its extension. */
const BARE = String.raw`[source.value=/^\.{1,2}\/(.*\/)?[^.\/?]+(\?.*)?$/]`;

const everywhere = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name: a default export gets another name in every file that imports it.',
  },
  {
    selector: `:matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression)${BARE}`,
    message: "Write the file's extension ('./walk.ts'): Node and the browser need it.",
  },
  {
    selector: 'TSEnumDeclaration',
    message: "Use a union of strings ('draft' | 'ready'): an enum is code that types should not make.",
  },
  {
    selector:
      'CallExpression[callee.property.name="catch"] > :function[body.type="BlockStatement"][body.body.length=0]',
    message:
      'An error is never swallowed: answer a failure (src/base/result.ts), or log it and say why that is enough.',
  },
];

const src = [
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Use newId of src/base/ids.ts: Math.random repeats itself across computers.',
  },
];

const renderer = [
  {
    selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
    message: 'Never HTML as a string: make React elements, or turn foreign HTML into story blocks (src/import).',
  },
  {
    selector: 'JSXAttribute[name.name="style"] > Literal',
    message: 'The content security policy refuses style strings: use a class, or a style object.',
  },
];

const tests = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|fails|skipIf|runIf)$/]',
    message: 'A test that does not run proves nothing: make it run everywhere, or take it out.',
  },
  ...[
    'NewExpression[callee.name="Promise"] > :function > CallExpression[callee.name="setTimeout"]',
    'NewExpression[callee.name="Promise"] > :function > BlockStatement[body.length=1] > ExpressionStatement > CallExpression[callee.name="setTimeout"]:not([arguments.0.body.body.length>1])',
    'ImportDeclaration[source.value=/timers.promises$/]',
    'CallExpression[callee.property.name="waitForTimeout"]',
  ].map((selector) => ({
    selector,
    message: 'Wait for the condition itself (expect.poll, locator.waitFor), not for a length of time.',
  })),
];

/** Selectors of `no-restricted-syntax` by folder. */
export const restrictedSyntax = {
  everywhere,
  src: [...everywhere, ...src],
  renderer: [...everywhere, ...renderer],
  tests: [...everywhere, ...tests],
};

const NO_HTML =
  'Foreign HTML is cleaned before the window sees it (src/import): make elements and set textContent, or hand it story blocks.';
const NO_STORE = 'Keep it in a store of renderer/state; what must last goes to the host through a call of src/ipc.';
const NO_DIALOG = 'It stops the whole window, input methods included. Use a dialog of renderer/ui.';

/** Properties that the window's code may not touch, on any object. */
export const restrictedProperties = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'createContextualFragment', 'srcdoc'].map(
    (property) => ({ property, message: NO_HTML }),
  ),
  ...['write', 'writeln'].map((property) => ({ object: 'document', property, message: NO_HTML })),
  { object: 'Document', property: 'parseHTMLUnsafe', message: NO_HTML },
  ...['localStorage', 'sessionStorage', 'indexedDB'].map((property) => ({
    object: 'window',
    property,
    message: NO_STORE,
  })),
  ...['alert', 'confirm', 'prompt'].map((property) => ({ object: 'window', property, message: NO_DIALOG })),
];

/** Globals that the window's code may not name. */
export const restrictedGlobals = [
  { name: 'DOMParser', message: NO_HTML },
  { name: 'XSLTProcessor', message: NO_HTML },
  ...['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({ name, message: NO_STORE })),
  ...['alert', 'confirm', 'prompt'].map((name) => ({ name, message: NO_DIALOG })),
  ...['XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
    name,
    message: 'The window never speaks to the network: add a call to src/ipc/calls and let the host do it.',
  })),
];
