/** HTML as programs put it on the clipboard, and the Markdown that it should become. */

export interface Sample {
  readonly from: string;
  readonly html: string;
  readonly markdown: string;
  readonly notes?: string;
}

const word = (body: string) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0mm; text-align:justify;} --></style></head>
<body lang=JA style='tab-interval:42.0pt;word-wrap:break-word;text-justify-trim:punctuation'>
<!--StartFragment-->${body}<!--EndFragment--></body></html>`;

export const samples = {
  'a Word list becomes a list': {
    from: 'Word for Windows, bullets of two levels',
    html: word(`
<p class=MsoListParagraphCxSpFirst style='margin-left:22.0pt;mso-para-margin-left:0gd;text-indent:-22.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings;mso-fareast-font-family:Wingdings;mso-bidi-font-family:Wingdings'><span
style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>大使公邸や総領事公邸<span lang=EN-US><o:p></o:p></span></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:44.0pt;text-indent:-22.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>&#61550;<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>公邸の庭</p>
<p class=MsoListParagraphCxSpLast style='margin-left:22.0pt;text-indent:-22.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>広報センター<o:p></o:p></p>`),
    markdown: '- 大使公邸や総領事公邸\n  - 公邸の庭\n- 広報センター',
  },
  'a numbered Word list keeps its numbers': {
    from: 'Word for Windows, numbers',
    html: word(`
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>3.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>申し込む</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>4.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>打ち合わせる</p>`),
    markdown: '3. 申し込む\n4. 打ち合わせる',
  },
  'Word headings become the levels of a text': {
    from: 'Word, headings 1 and 3 and a class of its own',
    html: word(`
<h1><a name="_Toc1"></a><b><span style='font-family:"游ゴシック Light"'>はじめに<o:p></o:p></span></b></h1>
<p class=MsoNormal>本文です。<o:p></o:p></p>
<h3>細かな話</h3>
<p class=MsoHeading2>次の話</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>`),
    markdown: '## はじめに\n\n本文です。\n\n### 細かな話\n\n### 次の話',
  },
  'Word footnotes become footnotes at the end': {
    from: 'Word, a footnote with its list',
    html: word(`
<p class=MsoNormal>港がセミナーを開いた<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]><span
class=MsoFootnoteReference><span lang=EN-US style='font-size:10.5pt'>[1]</span></span><![endif]></span></span></span></a>。</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span
lang=EN-US><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></span></a><span
lang=EN-US> </span>英語版ダイジェストによる。</p></div></div>`),
    markdown: '港がセミナーを開いた[^3]。',
    notes: '[^3]: 英語版ダイジェストによる。',
  },
  'a Word table becomes a table': {
    from: 'Word, a table with paragraphs in its cells',
    html: word(`
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0'><td width=189 valign=top><p class=MsoNormal><b>時期</b><o:p></o:p></p></td><td><p class=MsoNormal>都市|国</p></td></tr>
 <tr><td><p class=MsoNormal><span lang=EN-US>2025</span>年<span lang=EN-US>10</span>月</p></td><td><p class=MsoNormal>ドバイ</p><p class=MsoNormal>（食）</p></td></tr>
</table>`),
    markdown: '| 時期 | 都市\\|国 |\n|---|---|\n| 2025年10月 | ドバイ （食） |',
  },
  'bold beside Japanese brackets stays bold': {
    from: 'Word, bold as b, split in the middle of a word',
    html: word(
      `<p class=MsoNormal>これは<b>「地方の</b><b><span lang=EN-US>魅力</span>」</b>です。<b>　重要　</b>な<strong>（注）</strong>と<span style='font-weight:bold'>強調。</span>を</p>`,
    ),
    markdown: 'これは**「地方の魅力」**です。　**重要**　な**（注）**と**強調。**を',
  },
  'lines that Word broke between Japanese characters are joined': {
    from: 'Word, source lines',
    html: word(`<p class=MsoNormal>大使公邸は、日本の大使が\r\n任地で暮らす住まいです。See the\r\nembassy.</p>`),
    markdown: '大使公邸は、日本の大使が任地で暮らす住まいです。See the embassy.',
  },
  'Google Docs: its wrapper is not bold, its spans are': {
    from: 'Google Docs',
    html: `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c4d-7fff"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">見出し</span></h2><p dir="ltr"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">ふつうと</span><span style="font-size:11pt;font-weight:700;">太字</span><span style="font-style:italic;">と斜体</span><span style="text-decoration:line-through;">と消し</span></p><ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>一</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>二</span></p></li></ul></ul></b><br class="Apple-interchange-newline">`,
    markdown: '## 見出し\n\nふつうと**太字***と斜体*~~と消し~~\n\n- 一\n  - 二',
  },
  'of a web page, what is no text is left out': {
    from: 'a web page with its frame',
    html: `<header><nav><ul><li><a href="/">ホーム</a></li></ul></nav></header><main><h1>外務省の案内</h1><script>alert(1)</script><style>p{color:red}</style><p>案内は<a href="https://www.mofa.go.jp/mofaj/ms/lpc/page25_001877.html">こちら</a>。<img src="https://example.jp/a.png" alt="写真"></p><h4>小さな見出し</h4><p style="display:none">隠し</p><button>押す</button><iframe src="https://example.jp"></iframe></main>`,
    markdown: '## 外務省の案内\n\n案内は[こちら](https://www.mofa.go.jp/mofaj/ms/lpc/page25_001877.html)。\n\n### 小さな見出し',
  },
  'links are kept only where they may be': {
    from: 'a web page with links of all kinds',
    html: `<p><a href="javascript:alert(1)">押す</a> <a href="https://example.jp/a_(b)">外</a> <a href="//evil.example/">他</a> <a href="mailto:a@example.jp">手紙</a> <a href="/ja/articles/x/">中</a> <a href="file:///C:/x.docx">手元</a> <a href="https://example.jp/a">https://example.jp/a</a></p>`,
    markdown:
      '押す [外](<https://example.jp/a_(b)>) 他 [手紙](mailto:a@example.jp) [中](/ja/articles/x/) 手元 https://example.jp/a',
  },
  'braces, angle brackets and marks are words': {
    from: 'a page on programming',
    html: `<p>式は {1+1} と &lt;br&gt; と a &lt; b と *星* と _下線_ と [角] と 3~5 と ~~二重~~ です。</p><p>import x from "y"</p><p>export const a = {}</p><p># 番号</p><p>1. 番号</p><p>- 横棒</p><p>A &amp;amp; B &amp; C</p>`,
    markdown:
      '式は \\{1+1\\} と \\<br> と a \\< b と \\*星\\* と \\_下線\\_ と \\[角] と 3~5 と \\~\\~二重\\~\\~ です。\n\n import x from "y"\n\n export const a = \\{\\}\n\n\\# 番号\n\n1\\. 番号\n\n\\- 横棒\n\nA \\&amp; B & C',
  },
  'two line breaks are a new paragraph, one is a line break': {
    from: 'a page without paragraphs',
    html: `<div>一行目<br>二行目<br><br>次の段落</div>`,
    markdown: '一行目\\\n二行目\n\n次の段落',
  },
  'readings above words become ruby': {
    from: 'a web page with ruby',
    html: `<p>都市は<ruby>瀋陽<rp>（</rp><rt>しんよう</rt><rp>）</rp></ruby>です。</p>`,
    markdown: '都市は<Ruby rt="しんよう">瀋陽</Ruby>です。',
  },
  'a table that only arranges a page is no table': {
    from: 'an old web page',
    html: `<table role="presentation"><tr><td><p>左の話</p></td><td><table><tr><th>県</th><th>件</th></tr><tr><td>福岡</td><td align="right">1</td></tr></table></td></tr></table>`,
    markdown: '左の話\n\n| 県 | 件 |\n|---|---:|\n| 福岡 | 1 |',
  },
  'invisible characters and hard spaces are gone': {
    from: 'a PDF viewer',
    html: `<p>東\u200b京\u00ad都\u202e &nbsp;A&nbsp;B\ufeff</p>`,
    markdown: '東京都 A B',
  },
  'headings within a quotation do not join the outline': {
    from: 'a web page',
    html: `<h2>題</h2><blockquote><h3>中</h3><p>引用</p></blockquote><ol start="2"><li>あ</li><li><p>い</p><p>う</p></li></ol><pre><code>{x}</code></pre><hr>`,
    markdown: '## 題\n\n> **中**\n>\n> 引用\n\n2. あ\n\n3. い\n\n   う\n\n```\n{x}\n```\n\n---',
  },
} as const satisfies Record<string, Sample>;
