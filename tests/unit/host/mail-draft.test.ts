import PostalMime from 'postal-mime';
import { expect, it } from 'vitest';
import { mailAddress, mailDraft } from '../../../electron/services/mail-draft.ts';

const subject = 'Nhờ duyệt: “Nước lên nhanh ở Đông Hải”';
const text = 'Gửi bạn tin bài.\n\nGấp, trước 18 giờ.\n.\nFrom: không phải tiêu đề';
const name = '2026-11-24 Nước lên nhanh ở Đông Hải, hơn 3.400 hộ dân phải sơ tán trong đêm – Lan – v1.story';

it('a mail draft opens for writing, with the words and the story attached byte for byte', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const type = 'application/vnd.copydesk.story+zip';
  const file = await mailDraft({ subject, text, attachment: { name, type, bytes } });
  const mail = await PostalMime.parse(file);
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers).toMatchObject({
    'x-unsent': '1',
    'x-uniform-type-identifier': 'com.apple.mail-draft',
    'mime-version': '1.0',
  });
  expect([mail.from, mail.to]).toEqual([undefined, undefined]);
  expect(mail.subject).toBe(subject);
  expect(mail.text?.replaceAll('\r\n', '\n').trim()).toBe(text);
  const [attached, ...others] = mail.attachments;
  expect(others).toEqual([]);
  expect(attached).toMatchObject({ filename: name, mimeType: type, disposition: 'attachment' });
  expect(Buffer.from(attached?.content as ArrayBuffer).equals(bytes)).toBe(true);
  // Lines that every mail server takes (RFC 5322, 2.1.1), and nothing beyond ASCII in them.
  const lines = Buffer.from(file).toString('latin1').split('\r\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
  expect([...lines.join('')].every((one) => one <= '~')).toBe(true);
});

it('a headline cannot smuggle a recipient or a file into the mail', async () => {
  const sly = 'Tít\r\nBcc: spy@example.org\r\nContent-Type: text/html';
  const attachment = { name: 'a.story', type: 'application/zip', bytes: new Uint8Array([1]) };
  const mail = await PostalMime.parse(await mailDraft({ subject: sly, text: 'file:///etc/passwd', attachment }));
  expect(mail.bcc).toBeUndefined();
  expect(mail.html).toBeUndefined();
  expect(mail.text?.trim()).toBe('file:///etc/passwd');
});

it('without a file it is an address that says the same', () => {
  const address = new URL(mailAddress({ subject, text }));
  expect(address.protocol).toBe('mailto:');
  expect(address.searchParams.get('subject')).toBe(subject);
  expect(address.searchParams.get('body')).toBe(text.replaceAll('\n', '\r\n'));
});
