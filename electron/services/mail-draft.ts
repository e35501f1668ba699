/** A message that is to be sent by the system's own mail program, with a file attached. */
export interface MailDraft {
  subject: string;
  text: string;
  attachment: { name: string; type: string; bytes: Uint8Array };
}

/**
 * The message as an `.eml` file (RFC 5322) without sender or recipient. `X-Unsent: 1` and the other header ask mail
 * programs to open it for writing instead of reading; which of them do so was not tried.
 */
export async function mailDraft({ subject, text, attachment }: MailDraft): Promise<Uint8Array> {
  const { name, type, bytes } = attachment;
  // Read when the first mail is written: it brings the whole of Node's network along.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const draft = new MailComposer({
    subject,
    text,
    headers: { 'X-Unsent': '1', 'X-Uniform-Type-Identifier': 'com.apple.mail-draft' },
    attachments: [{ filename: name, content: Buffer.from(bytes), contentType: type }],
    // Nothing of a story's text is ever taken for an address or a path to read.
    disableUrlAccess: true,
    disableFileAccess: true,
  });
  return draft.compile().build();
}

/** The same as an address that a mail program opens: without the file, which no such address can bring along (RFC 6068). */
export function mailAddress({ subject, text }: Pick<MailDraft, 'subject' | 'text'>): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
}
