/** A WebAssembly program that the build puts into the file which imports it, as a data: address. */
declare module '*.wasm?url&inline' {
  const address: string;
  export default address;
}
