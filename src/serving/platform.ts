/** The machines that Serving's wheels are for. */

/** @throws Error with one sentence on any other than x86-64 Linux */
export function expectPlatform(platform: string = process.platform, arch: string = process.arch): void {
  if (platform === "linux" && arch === "x64") return;
  throw new Error(
    `MindSpore Serving's wheels are for x86-64 Linux only, and this is ${platform} on ${arch}: run it on such a machine and give its address to npm start -- --worker HOST:PORT.`,
  );
}
