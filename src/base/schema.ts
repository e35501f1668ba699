import { z } from 'zod';

// The window's content security policy forbids eval, which zod would otherwise use to compile schemas.
z.config({ jitless: true });

export { z };
