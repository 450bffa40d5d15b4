/** The columns of the tables: what makes a call, by the names that options and the page use. For Node and for pages. */

export interface Stack {
  /** What a table calls it. */
  title: string;
  /** Its bundle, which the server has at `/stacks/<bundle>.js`. */
  bundle: string;
  /** The bundle's export that makes its calls … */
  connect: string;
  /** … and gets the instances before the clock runs. */
  prepared?: true;
  /** Another client, which ours is to be ahead of. */
  peer?: true;
}

const stack = (title: string, bundle: string, connect = "connect"): Stack => ({ title, bundle, connect });
const raw = (title: string, connect: string): Stack => ({
  ...stack(title, "by-hand", connect),
  prepared: true,
});
const peer = (title: string, bundle: string): Stack => ({ ...stack(title, bundle), peer: true });

const ALL = {
  raw: raw("raw `fetch`", "prepareRaw"),
  "raw-blob": raw("raw, of a `Blob`", "prepareRawBlob"),
  "by-hand": stack("by hand, no library", "by-hand"),
  ours: stack("ours", "ours"),
  "ours-progress": stack("ours, with `onProgress`", "ours", "connectWithProgress"),
  "ours-compressed": stack("ours, with `compress: true`", "ours", "connectCompressed"),
  base: stack("the base", "base"),
  "grpc-web": peer("grpc-web + google-protobuf", "grpc-web"),
  connect: peer("connect-web + protobuf-es", "connect"),
  "protobuf-ts": peer("protobuf-ts", "protobuf-ts"),
  "nice-grpc": peer("nice-grpc-web + ts-proto", "nice-grpc"),
};

export type StackName = keyof typeof ALL;
export const STACKS: Readonly<Record<StackName, Stack>> = ALL;
export const STACK_NAMES = Object.keys(ALL) as StackName[];
export const PEER_NAMES = STACK_NAMES.filter((name) => STACKS[name].peer);

/** Those that a caller may choose from; the others come with them where they belong. */
export const CHOSEN_NAMES: readonly StackName[] = ["by-hand", "ours", "base", ...PEER_NAMES];
