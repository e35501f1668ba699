import { z } from '../../base/schema.ts';
import { settingsSchema } from '../../settings/schema.ts';
import { call } from '../call.ts';

/** Something the host must tell the person: a failure's code and what its sentence names. */
export const noticeSchema = z.object({
  code: z.string(),
  about: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const appCalls = {
  /** First call of a window: how to show itself, and what went wrong while starting. `language` is the interface's. */
  'app.start': call(
    z.undefined(),
    z.object({
      language: z.enum(['en', 'vi']),
      settings: settingsSchema,
      dataFolder: z.string(),
      version: z.string(),
      /** The house's templates for new stories. */
      templates: z.array(z.object({ key: z.string(), language: z.string(), name: z.string() })),
      notices: z.array(noticeSchema),
    }),
  ),
  /** Remembers choices. */
  'app.settings': call(settingsSchema.partial(), settingsSchema),
  /** Opens an http, https or mailto address in the system's browser; `app.unsafe-link` for any other. */
  'app.link': call(z.object({ address: z.string().max(4096) }), z.null()),
  /** The answer to the event `app.leaving`: everything typed has been acknowledged, or given up, and the window may go. */
  'app.ready-to-leave': call(z.undefined(), z.null()),
  /**
   * The other answer to `app.leaving`: something cannot be saved, and the window asks the person. It stays until
   * `app.ready-to-leave`; closing it again asks again.
   */
  'app.stay': call(z.undefined(), z.null()),
};
