/** What may be asked of an upload, and its checks. */

/** What may be asked of an upload. */
export interface UploadOptions {
  /**
   * Longest side in pixels. A larger picture is made smaller, aspect kept, if that makes the upload smaller; a
   * smaller one is never enlarged. A panorama, longer than 5:2, keeps a short side of 2/5 of it instead, so that enough
   * is left for a model: with 640 one of 8000 x 1000 becomes 2048 x 256, not 640 x 80. Default: no limit.
   */
  maxSide?: number;
  /**
   * Media type to write when the picture is encoded anew; a PNG that is only laid on a background stays PNG. For a file that could go as it is, giving a type (or a
   * quality) asks to try it; the result is taken only if it is smaller.
   * @default "image/jpeg"
   */
  type?: string;
  /**
   * From 0 to 1, for lossy types.
   * @default 0.9
   */
  quality?: number;
  /**
   * Media types that the server reads, by the file's own bytes; others are encoded anew. `"image/*"` for all. The
   * default is what `Decode` of mindspore.dataset reads, with which the servables of Serving's own examples begin
   * (seen on MindSpore 2.0): JPEG, progressive and CMYK too, PNG, BMP and TIFF; it refuses GIF, WebP, AVIF, HEIC and
   * SVG. A servable that decodes by other means may read other formats: Pillow takes GIF and WebP as well.
   * @default ["image/jpeg", "image/png", "image/bmp", "image/tiff"]
   */
  accept?: readonly string[];
  /**
   * CSS colour put under transparent pixels. MindSpore's `Decode` drops the transparency, and a model would see colours
   * that nobody sees: so a PNG (32-bit BMP, WebP) with transparent pixels is encoded anew, as PNG if it is one and
   * neither `type`, `quality` nor a smaller size was asked for. `"transparent"` keeps them: such a file goes as it is,
   * and what is encoded anew has them with a type that can.
   * @default "white"
   */
  background?: string;
  /**
   * Called when the file is sent as it is, though something should have been done to it: the browser gives out noise in
   * place of pixels (`NotAllowedError`, as Firefox does with privacy.resistFingerprinting), so that a photo may lie on
   * its side; it can't decode the format (`EncodingError`, TIFF); or the platform has no decoder (`TypeError`).
   * @default (reason) => console.warn(reason.message)
   */
  onUnchanged?: (reason: Error) => void;
  /** Ends the work; the promise rejects with an `AbortError`. */
  signal?: AbortSignal;
}

export interface UploadPlan {
  maxSide: number;
  type: string;
  quality: number;
  accept: readonly string[];
  background: string;
  /** A type or a quality was asked for. */
  wantsEncoding: boolean;
}

/** @throws TypeError, RangeError naming the option */
export function planUpload(options: UploadOptions): UploadPlan {
  const { maxSide = Number.POSITIVE_INFINITY, type = "image/jpeg", quality = 0.9 } = options;
  if (!(typeof maxSide === "number" && maxSide >= 1)) {
    throw new RangeError(`maxSide must be 1 pixel or more, not ${maxSide}`);
  }
  if (!(typeof quality === "number" && quality >= 0 && quality <= 1)) {
    throw new RangeError(`quality must be a number from 0 to 1, not ${quality}`);
  }
  if (!/^image\/[a-z0-9.+-]+$/.test(type)) {
    throw new TypeError(`type must be a media type such as "image/jpeg", not ${JSON.stringify(type)}`);
  }
  return {
    maxSide: Math.floor(maxSide),
    type,
    quality,
    accept: options.accept ?? ["image/jpeg", "image/png", "image/bmp", "image/tiff"],
    background: options.background ?? "white",
    wantsEncoding: options.type !== undefined || options.quality !== undefined,
  };
}
