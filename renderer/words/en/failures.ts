import { pushFailures } from './push-failures.ts';

/** A sentence for each failure code: what is wrong, with which file, and what to do. `{...}` come from the failure's `about`. */
export const failureWords: Record<string, string> = {
  ...pushFailures,
  'app.unsafe-link': 'This link was not opened. Only web addresses (http, https) and e-mail addresses (mailto) are.',

  'home.not-writable':
    'Copydesk cannot write in its data folder “{folder}”. Give yourself the right to write there, or start Copydesk with another folder (COPYDESK_HOME). Until then nothing can be saved.',
  'home.read-only':
    'Copydesk cannot write in its data folder “{folder}”. Your stories can be read, exported and copied out, but nothing that you type is kept. Give yourself the right to write there, then start Copydesk again.',
  'home.on-network':
    'The data folder “{folder}” lies on another computer ({kind}). When the network fails, so does saving, and two computers may write there at once. Keep it on this computer’s own disk (COPYDESK_HOME).',
  'home.synchronised':
    '{service} copies the data folder “{folder}” to other computers while Copydesk writes in it, and can bring back old files over new ones. Keep it outside of {service} (COPYDESK_HOME).',
  'settings.recovered':
    'The preferences could not be read and begin anew. The old file was kept as “{file}”. Your stories are not touched.',
  'settings.restored':
    'The preferences were damaged, and those of the last start are used. The damaged file was kept as “{file}”. Your stories are not touched.',
  'settings.refound':
    'The file of the preferences was gone, and those of the last start are used. Your stories are not touched.',

  'drafts.disk-full': 'The disk is full. Free some space; Copydesk saves as soon as it can.',
  'drafts.read-only':
    'The drafts folder cannot be written to. Give yourself the right to write there; Copydesk saves as soon as it can.',
  'drafts.write-failed': 'The disk refused to write a story. Check the disk; Copydesk tries again by itself.',
  'drafts.exists': 'This story is already in your stories.',
  'drafts.missing':
    'This story is no longer in the drafts folder. If you moved the folder, put it back and open the story again.',
  'drafts.not-binned':
    'This story was not deleted: it is no longer in the bin. Put it in the bin first if it is to go.',
  'drafts.out-of-step':
    'This story was changed by another Copydesk. Close the other one; the changes made here are sent again.',
  'drafts.unreadable':
    'This story’s files cannot be read. They were left as they are; copy the drafts folder before you do anything else.',
  'drafts.recovered': '“{headline}” was put together again after its files were damaged ({files}). Nothing is lost.',
  'drafts.recovered-in-part':
    '“{headline}” was put together again after its files were damaged ({files}). Changes lost: {lost}. Read it through before you send it on.',
  'clock.behind':
    'This computer’s clock was set back, or is wrong: “{headline}” was last changed at a time that is still to come. Nothing is lost; set the clock right, since lists and versions show its time.',
  'catalogue.rebuilt':
    'The list of stories was damaged and was made again from the stories. The old file was kept beside “{file}”. Your stories are not touched.',
  'catalogue.in-memory':
    'The list of stories cannot be kept on the disk (“{file}”), so it is made again at each start. Give yourself the right to write there.',
  'catalogue.write-failed':
    'The list of stories could not be kept on the disk; it is made again at the next start. Your stories are not touched.',

  'story.invalid': 'This is not a story that Copydesk can read. The file was left as it is.',
  'story.newer': 'This story was made by a newer Copydesk. Update Copydesk to open it; the file was left as it is.',

  'drafts.recovered-from-version':
    'The files of “{headline}” were gone or damaged beyond reading. It was put together from its version of {at}; what was written after that is lost. Damaged files were kept in its folder.',
  'versions.missing': 'This version is no longer there, or its file is damaged. The story itself is not touched.',
  'versions.damaged':
    'Versions of a story whose files are damaged: {count}. They were set aside in its folder; the story itself and its other versions are whole.',
  'versions.unnamed': 'Give the version a name.',
  'versions.disk-full':
    'No version was made because the disk is full. Your text is not touched; free some space and try again.',
  'versions.read-only':
    'No version was made because the drafts folder cannot be written to. Your text is not touched; give yourself the right to write there and try again.',
  'versions.write-failed':
    'No version was made because the disk refused it. Your text is not touched; check the disk and try again.',

  'media.not-a-picture': '“{file}” is not a picture, or not all of one. Choose a JPEG, PNG, WebP, GIF or AVIF file.',
  'media.unsupported':
    '“{file}” is a picture of a kind that newspapers’ pages cannot show ({type}). Save it as JPEG or PNG and insert that.',
  'media.too-large': '“{file}” is too large: {size} {unit}, and the limit is {limit} {unit}. Insert a smaller copy.',
  'media.unreadable':
    '“{file}” cannot be read. Check that it is still there and that you may open it, then insert it again.',
  'media.too-long': '“{file}” took longer than a minute to read and was left out. Insert a smaller copy.',
  'media.failed': '“{file}” could not be read: the reader broke off. Save it again as JPEG or PNG and insert that.',
  'media.disk-full': '“{file}” was not inserted because the disk is full. Free some space and insert it again.',
  'media.read-only':
    '“{file}” was not inserted because the pictures folder cannot be written to. Give yourself the right to write there and insert it again.',
  'media.write-failed': '“{file}” was not inserted because the disk refused it. Check the disk and insert it again.',
  'media.damaged': 'The stored picture “{file}” is damaged. Insert the photo again from its original file.',
  'media.missing': 'The stored picture “{file}” is missing. Insert the photo again from its original file.',

  'export.exists': '“{path}” holds other things and was not touched. Choose another name or an empty folder.',
  'export.bad-option': 'Not exported: “{value}” cannot be chosen for {option}. Allowed: {allowed}',
  'export.needs-window': 'Not exported: a PDF is laid out by a window of Copydesk, and none could be opened.',
  'export.print-failed':
    'Not exported: the page could not be laid out as PDF ({reason}). Try again, or export a web page and print that.',
  'export.write-failed':
    'The export could not be written to “{path}” ({reason}). Choose another place, or check that the disk has room and may be written to.',
  'export.not-cropped':
    'Photo {number} is cropped or turned, and its crop could not be made, so nothing was exported. Crop it anew or replace the picture.',
  'export.stopped': 'The export was stopped. Nothing was written.',
  'export.not-ours': 'Only what was exported since Copydesk started can be shown.',
  'export.media-missing':
    'Not exported: the picture of “{photo}” is missing on this computer. Insert the photo again, then export.',
  'export.too-large':
    'Not exported: the story with its pictures has {megabytes} MB, and a story file holds at most {limit} MB. Use smaller pictures.',

  'desk.own-folder': 'The desk cannot be Copydesk’s own data folder. Choose a folder that colleagues can reach.',
  'desk.read-only':
    'You may not write in “{folder}”. Nothing was put there; choose another folder, or ask for the right.',
  'desk.disk-full': 'There is no room in “{folder}”. Nothing was put there, and the story stays here.',
  'desk.write-failed': 'Writing to “{folder}” broke off. Nothing was put there, and the story stays here; try again.',
  'desk.none': 'No shared desk was chosen yet (Settings, “Shared desk”).',
  'desk.gone':
    'The desk’s folder “{folder}” cannot be reached, so nothing was sent. Connect the drive or the network and send again.',
  'desk.not-watched': 'The desk’s folder tells nothing by itself; Copydesk looks at it every ten seconds.',
  'desk.not-there': '“{file}” is not on the desk any more.',
  'desk.coming': '“{file}” is still being copied onto the desk. Try again in a minute.',
  'mail.no-program':
    'No program here opens mail drafts. The story’s file is {path}; attach it to a mail. It goes when Copydesk is closed.',
  'merge.gone': 'This copy was dealt with already, or Copydesk was started anew since. Open its file again.',
  'merge.known': '“{file}” holds nothing that is not in your story already.',
  'package.incomplete': '“{file}” was damaged on its way. It was taken in without: {what}. Ask for it again.',
  'package.damaged': '“{file}” is damaged or not complete. Ask for it again. Your stories are not touched.',
  'package.newer': '“{file}” was made by a newer Copydesk. Update Copydesk to open it. Your stories are not touched.',
  'package.not-a-story': '“{file}” is not a Copydesk story file. Choose a file that ends in .story.',
  'package.not-found': '“{file}” is no longer there. Check where it went and open it again.',
  'package.too-large':
    '“{file}” has {megabytes} MB, and a story file has at most {limit} MB. Ask whether it is the right file.',
  'package.unreadable': '“{file}” cannot be read ({reason}). Check that you may open it, then try again.',

  'app.window-crashed':
    'The window broke down and was opened again. What had been saved is here; please check the last sentence.',
  'editor.failed':
    'That step went wrong, and the text is as it was before it. What you typed until then is safe. Try it another way.',
  'language.unreadable': '“{file}” could not be read. Check that it is a file and that you may open it.',
  'language.not-text': '“{file}” is no text in UTF-8. Save it as plain text (UTF-8), then take it in again.',
  'language.too-large': '“{file}” is longer than any list of words or rules (4 MB). Check that it is the right file.',
  'language.no-words': '“{file}” has no words. It must have one word in a line.',
  'language.no-rules':
    '“{file}” has no rule of house style that can be read. It must hold { "rules": [ … ] }; the panel “Spelling and style” names what is wrong with rules by line.',
  'language.not-given': '“{path}” could not be written ({reason}). Choose another place.',
  'language.write-failed':
    'The word could not be kept: “{folder}” cannot be written. Give yourself write access to that folder and try again.',
  'proof.failed': 'The spelling check broke off. It is tried again with the next change.',
  'proof.slow-rule':
    'A rule of house style takes too long and is left out: “{rule}” ({file}, line {line}). Write its pattern more simply: no repetition within a repetition.',
  'proof.too-long':
    'House style took too long on this text and was left out. A rule of the newsroom’s may be too greedy.',
  'import.failed': 'This could not be read. Save it as text, or paste it without formatting (Ctrl+Shift+V).',
  'import.too-large': 'This is too large to be one article. Bring it in in parts.',
  'import.too-long': 'This took too long to read. Bring it in in parts, or as text without formatting.',
  'import.unsupported': '“{file}” ({kind}) cannot be read. Save it as .docx, HTML or text and import that.',
  'import.not-ninjs': '“{file}” is no ninjs item: it has neither a headline nor a body.',
  'import.empty': '“{file}” holds no text. Check whether it is the right file.',
  'import.damaged': '“{file}” is damaged or no Word document. Open it in Word, save it anew and import that.',
  'import.unreadable': '“{file}” cannot be read. Check that it is a file and that you may open it.',
  'import.not-found': '“{file}” is no longer there. Check where it went and import it again.',
  'find.bad-pattern': 'This regular expression cannot be read: {reason}.',
  'find.failed': 'The search broke off. Try it again.',
  'find.too-long':
    'This regular expression takes too long. Make it simpler: repeats within repeats are the usual cause.',

  'ipc.bad-input':
    'Copydesk refused something this window sent ({code}). Your text is kept; close and open the window, and report this if it comes back.',
  'ipc.bad-output':
    'Copydesk’s storage gave an answer that makes no sense ({code}). Your text is kept; close and open the window, and report this if it comes back.',
  'ipc.broken':
    'Something went wrong in Copydesk’s storage ({code}). Your text is kept; try again, and report this if it comes back.',
  'ipc.no-answer': 'This computer is slow to answer. Copydesk tries again by itself.',
  'ipc.stranger': 'Copydesk refused a call that did not come from its own window ({code}).',
  'ipc.unknown-call': 'Window and storage are of different versions ({code}). Close Copydesk and start it again.',
  'ipc.unreachable': 'Copydesk’s storage does not answer. Your text is kept in this window; it is tried again.',

  other: 'Something went wrong ({code}). Your text is kept; try again.',
};
