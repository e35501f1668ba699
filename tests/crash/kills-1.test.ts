import { killRounds } from './kills.ts';

killRounds(Math.ceil(Number(process.env['CRASH_ROUNDS'] ?? 300) / 2), Number(process.env['CRASH_SEED'] ?? 1) * 10 + 1);
