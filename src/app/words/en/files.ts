/** Files that are chosen for a tensor: what they are, and what to do. */

export const filesEn = {
  faultFileGone: (name: string) => `The file ${name} can't be read any more: choose it again.`,
  faultFileEmpty: (name: string) => `The file ${name} is empty: choose another one.`,
  faultFileText: (why: string) =>
    `The file is read as text. ${why} (If its bytes are raw values, let its name end in .bin.)`,
  faultFileLarge: (megabytes: number, most: number) =>
    `The file is ${megabytes} MB of text, and at most ${most} MB are read: save the array as .npy with numpy.save.`,
  faultRawBytes: (bytes: number, itemSize: number) =>
    `The file has ${bytes} bytes, not a multiple of the ${itemSize} bytes of an element.`,
  faultNpyBroken: "The .npy file is cut or damaged: save it anew with numpy.save.",
  faultNpyShape: (shape: string) =>
    `The .npy file has the shape ${shape}, more than Serving can count: send it in parts.`,
  faultNpyDtype: (dtype: string) =>
    `The .npy file has the dtype ${dtype}, which Serving does not take: convert it with astype.`,
  faultNpyLength: (sizes: string) => `The .npy file has ${sizes} of its bytes: it was cut. Save it anew.`,
  faultNpz: "The file is an .npz archive of several arrays: save the one you mean with numpy.save.",
  faultZip: "The file is a zip archive (.zip, .xlsx, .pt …): unpack it, or save the array with numpy.save.",
  faultGzip: "The file is compressed with gzip: unpack it first.",
  faultLfs:
    "The file is a Git LFS pointer and not the data itself: run “git lfs pull”, then choose the file again.",
  faultPicture: (format: string) =>
    `The file is a picture (${format}): choose the kind “bytes”, which sends the file as it is.`,
  faultHdf5: "The file is HDF5: save the array that you mean with numpy.save.",
  faultPickle: "The file is a Python pickle: save the array with numpy.save.",
  faultParquet: "The file is Parquet: save the columns that you mean as .npy or as text (CSV).",
  faultMatlab: "The file is MATLAB's .mat: save the array that you mean as .npy or as text (CSV).",
  faultPdf: "The file is a PDF: save its numbers as text (CSV) or as .npy.",
};
