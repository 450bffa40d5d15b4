/**
 * The members of google-protobuf 4.0.3 that this codec uses. The package ships no types, and
 * `@types/google-protobuf` describes version 3: it lists readers that are gone and lacks those used here.
 */
declare module "google-protobuf" {
  export class BinaryReader {
    /** `aliasBytesFields`: `readBytes` gives views of `bytes` instead of copies. */
    constructor(bytes: Uint8Array, start?: number, length?: number, options?: { aliasBytesFields?: boolean });
    /** Moves to the next field; false at the end of the message. */
    nextField(): boolean;
    getFieldNumber(): number;
    getWireType(): number;
    skipField(): void;
    /** Skips the field. @returns its bytes, tag and all, for `writeUnknownFields` */
    readUnknownField(): unknown;
    readMessage<T>(message: T, read: (message: T, reader: BinaryReader) => void): void;
    readBytes(): Uint8Array;
    /** Throws an Error when the bytes are no UTF-8, which proto3 asks of texts. */
    readStringRequireUtf8(): string;
    readEnum(): number;
    readInt64(): number;
    readUint64String(): string;
    /** Appends one value, or all values of a packed field. */
    readPackableInt64Into(values: number[]): void;
  }

  export class BinaryWriter {
    writeMessage<T>(field: number, message: T, write: (message: T, writer: BinaryWriter) => void): void;
    writeBytes(field: number, bytes: Uint8Array): void;
    writeString(field: number, text: string): void;
    writeEnum(field: number, value: number): void;
    writeInt64(field: number, value: number): void;
    writeUint64String(field: number, decimal: string): void;
    writeUnknownFields(fields: unknown[]): void;
    writePackedInt64(field: number, values: number[]): void;
    /** Drops all that was written. */
    reset(): void;
    /** A copy of all that was written. */
    getResultBuffer(): Uint8Array<ArrayBuffer>;
  }
}
