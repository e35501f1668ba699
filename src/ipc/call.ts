import type { z } from '../base/schema.ts';

/** One call's contract: what goes in, what comes out. The router checks both ends. */
export interface Call<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> {
  input: In;
  output: Out;
}

export function call<In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Call<In, Out> {
  return { input, output };
}
