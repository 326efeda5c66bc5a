import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slimPage } from '../../src/lib/html/slim.ts';

const SAME = '';
const cases: [string, string, string][] = [
  [
    'spaces between blocks go',
    '<ul role="list"> <li> <a href="/x/"> Pod </a>  </li><li>',
    '<ul role="list"><li><a href="/x/">Pod</a><li>',
  ],
  ['an item ends where another begins or where its list ends', '<ul><li>a</li><li>b</li> </ul>', '<ul><li>a<li>b</ul>'],
  ['an item that nothing ends keeps its end', '<template><li>a</li></template>', SAME],
  ['the space between two words of a line stays', '<p>Un <a href="/x/">Pod</a> <code>a</code> b</p>', SAME],
  ['one of two spaces goes, and the outer one stays', '<p>a <b> b </b> c</p>', '<p>a <b>b</b> c</p>'],
  ['the only space stays inside', '<p>a<b> b </b>c</p>', SAME],
  ['what follows a control keeps its distance', '<p>a <button> b </button> c</p>', '<p>a <button>b</button> c</p>'],
  ['nothing changes in a block of code', '<pre> a\n  <b> b </b>\n</pre>', SAME],
  ['nothing changes in a script', '<script type="x">{"a":  "< b"}</script>', SAME],
  ['a command with what is to fill in is left whole', '<carnet-command data-command="kubectl  get <POD> -n x">', SAME],
  ['no-break spaces stay', '<p>\u00a0:\u202f</p>', SAME],
  ['comments go', '<p>a<!-- b > c --> d</p>', '<p>a d</p>'],
  [
    'the lines of a drawing go, not the spaces of its words',
    '<svg> <g> <text> a <tspan>b</tspan> c </text> </g> </svg>',
    '<svg><g><text>a <tspan>b</tspan> c</text></g></svg>',
  ],
  [
    'what the search index is made from goes',
    '<main id="contenu" data-search-body data-search-keywords="a > b">',
    '<main id="contenu">',
  ],
  ['an attribute that is there is true', '<i hidden="true" data-example="true">', '<i hidden data-example>'],
];

for (const [title, given, expected] of cases)
  test(`slimming a page: ${title}`, () => {
    assert.equal(slimPage(given), expected === SAME ? given : expected);
  });
