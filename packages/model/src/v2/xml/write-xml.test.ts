import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXml } from '../index.ts';

function parse(xml: string) {
  // A warning is no fault: U+FFFD, which some of these tests put in, brings one.
  const onError = (level: string, message: string) => {
    if (level !== 'warning') throw new Error(message);
  };
  const root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('no root');
  return root;
}

describe('writeXml', () => {
  it('writes members as elements in order, lists as repeated elements, id as an attribute', () => {
    const tree = {
      hasMore: false,
      evStations: {
        evStation: [
          { id: 'a', distance: 0 },
          { name: 'x', id: 'b' },
        ],
      },
    };
    expect(writeXml('evStationsResult', tree)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<evStationsResult><hasMore>false</hasMore><evStations><evStation id="a"><distance>0</distance></evStation>' +
        '<evStation id="b"><name>x</name></evStation></evStations></evStationsResult>',
    );
  });

  it('leaves out what is undefined, and keeps what is empty', () => {
    expect(writeXml('error', { a: undefined, b: '', c: [], d: {} })).toContain('<error><b/><d/></error>');
  });

  it('gives back any text that XML can hold, in elements and attributes', () => {
    const legal = fc
      .string({ unit: 'binary' })
      .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''));
    fc.assert(
      fc.property(legal, legal, (id, text) => {
        const root = parse(writeXml('error', { id, value: text }));
        expect(root.getAttribute('id')).toBe(id);
        expect(root.getElementsByTagName('value')[0]?.textContent).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['\r', '\u0085', '\u2028', '\u2029'])('keeps line ends of every kind apart (case %#)', (end) => {
    const root = parse(writeXml('error', { id: `a${end}b`, value: `a${end}b` }));
    expect([root.getAttribute('id'), root.textContent]).toEqual([`a${end}b`, `a${end}b`]);
  });

  it.each(['\u0000', '\u0008', '\u000b', '\u001f', '\ufffe', '\uffff', '\ud800', '\udfff'])(
    'puts U+FFFD for the character XML has no form for (case %#)',
    (character) => {
      const root = parse(writeXml('error', { id: `a${character}b`, value: `a${character}b` }));
      expect(root.getAttribute('id')).toBe('a\ufffdb');
      expect(root.textContent).toBe('a\ufffdb');
    },
  );

  it('escapes what would end a text, an attribute or a section', () => {
    const xml = writeXml('error', { id: '"<&\'>', value: ']]><![CDATA[ &amp; </error>' });
    expect(xml).toContain('id="&quot;&lt;&amp;\'&gt;"');
    expect(xml).toContain('<value>]]&gt;&lt;![CDATA[ &amp;amp; &lt;/error&gt;</value>');
  });
});
