/** What app and elements say of photos and their labels. */

export const photosEn = {
  photos: "Photos",
  photoCount: (count: number) => (count === 1 ? "1 photo" : `${count} photos`),
  progress: (done: number, failed: number, all: number) =>
    [photosEn.photoCount(all), `${done} done`, ...(failed > 0 ? [`${failed} failed`] : [])].join(" · "),
  photoDone: (name: string, label: string) => `${name}: ${label}`,
  photoFailed: (name: string, text: string) => `${name} failed: ${text}`,
  retryPhoto: (name: string) => `Try again: ${name}`,
  retryFailed: (count: number) => `Try ${count} again`,
  remove: "Remove",
  removePhoto: (name: string) => `Remove ${name}`,
  clear: "Clear all",
  scores: "Labels and scores, best first",
  lessThan: (figure: string) => `< ${figure}`,
  noPreview: "no preview",
};

export type PhotoWords = typeof photosEn;
