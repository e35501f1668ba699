import { drivenCopydesk } from '../../packaged/packaged.ts';
import { killRounds } from '../../crash/kills.ts';
import { many } from '../length.ts';

killRounds(
  Number(process.env['CRASH_ROUNDS'] ?? many(150, 5)),
  Number(process.env['CRASH_SEED'] ?? 1) * 10 + 3,
  drivenCopydesk,
);
