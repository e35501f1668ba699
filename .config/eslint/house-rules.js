/** @import { Rule } from 'eslint' */

const KEBAB_CASE = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/**
 * File names are in kebab-case, so that a name is the same on every disk, whether it tells cases apart or not.
 * @type {Rule.RuleModule}
 */
const kebabCaseFile = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      rename: "Name this file in kebab-case ('story-to-editor.ts'), not '{{name}}': some disks tell cases apart.",
    },
  },
  create: (context) => ({
    Program(node) {
      const name = context.filename.split(/[\\/]/).pop() ?? '';
      if (!KEBAB_CASE.test(name)) context.report({ node, messageId: 'rename', data: { name } });
    },
  }),
};

/**
 * Comments say why. A row of dashes says nothing, and a note of what is still to do reaches nobody.
 * @type {Rule.RuleModule}
 */
const plainComments = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      banner: 'No banners or rulers: where a file needs sections, make it two files.',
      todo: 'Do it now, or write an issue: nobody is looking for this comment.',
    },
  },
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments()) {
        if (!loc) continue;
        if (/[-=*#~_/]{4,}/.test(value.replace(/https?:\/\/\S+/g, ''))) context.report({ loc, messageId: 'banner' });
        if (/\b(TODO|FIXME|XXX|HACK)\b/.test(value)) context.report({ loc, messageId: 'todo' });
      }
    },
  }),
};

/** Rules of this house that no plugin has. */
export const house = { rules: { 'kebab-case-file': kebabCaseFile, 'plain-comments': plainComments } };
