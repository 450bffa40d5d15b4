/** Output names that are reckoned: how they are written, what stands before that, and what they are. */
export const RECKONED: readonly (readonly [outputs: string, before: string, found: string])[] = [
  ["f'{P}_out'", "P = 'y'", "y_out"],
  ["f'{{{P}}}' rf'\\d'", "P = 'y'", "{y}\\d"],
  ["[f'y{i}' for i in range(3)]", "", "y0, y1, y2"],
  ["tuple('y%d' % i for i in range(1, 3))", "", "y1, y2"],
  ["['%s_%02d' % (n, i) for n in 'ab' for i in range(2)]", "", "a_00, a_01, b_00, b_01"],
  ["['y{}'.format(i) for i in range(4, 0, -2)]", "", "y4, y2"],
  ["['y' + str(i + 1) for i in range(len(FILES))]", "FILES = ['a.mindir', 'b.mindir']", "y1, y2"],
  ["f'y{7 // 2}{-7 % 3}{2 * 3 - 1}'", "", "y325"],
  ["[n for n in NAMES if n != 'b']", "NAMES = ['a', 'b', 'c']", "a, c"],
  ["[f'{n}{i}' for i, n in enumerate(NAMES)]", "NAMES = ('a', 'b')", "a0, b1"],
  ["[a + b for a, b in zip('ab', 'cd')]", "", "ac, bd"],
  ["[*(f'y{i}' for i in range(2)), 'z']", "", "y0, y1, z"],
  ["list(OUTS)", "OUTS = {'a': 1, 'b': 2}", "a, b"],
  ["list(OUTS.values())", "OUTS = {1: 'a', 2: 'b'}", "a, b"],
  ["sorted(['b', 'a'])", "", "a, b"],
  ["list(map(str, range(2)))", "", "0, 1"],
  ["['a', 'b'] if N > 1 else ['c']", "N = 2", "a, b"],
  ["[P.upper()] * 1", "P = ' y '.strip()", "Y"],
  ["'-'.join(['a', 'b'])", "", "a-b"],
  ["make('y', 2)", "def make(name, n):\n    return [f'{name}{i}' for i in range(n)]", "y0, y1"],
];

/** A file with a method of such outputs. */
export function methodOf([outputs, before, found]: (typeof RECKONED)[number]): string {
  const count = found.split(", ").length;
  return `from mindspore_serving.server import register
${before}
def stage(x):
    pass
@register.register_method(output_names=${outputs})
def m(x):
    return register.add_stage(stage, x, outputs_count=${count})
`;
}
