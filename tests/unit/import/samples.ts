// What clipboards hold, written after their makers' habits; every sentence is our own.

/** Google Docs, Chrome: one `b` of normal weight round everything, styles on every span, lists wrongly nested, redirects. */
export const GOOGLE_DOCS = `<html><body>
<!--StartFragment--><meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5c1f2f4e-7fff-1234-abcd-0123456789ab"><h1 dir="ltr" style="line-height:1.38;margin-top:20pt;margin-bottom:6pt;"><span style="font-size:20pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre;white-space:pre-wrap;">River breaks its banks</span></h1><p dir="ltr" style="line-height:1.38;margin-top:0pt;margin-bottom:0pt;"><span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;white-space:pre-wrap;">The water rose </span><span style="font-size:11pt;font-weight:700;font-style:normal;white-space:pre-wrap;">two metres</span><span style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;"> in a night</span><span style="font-size:11pt;white-space:pre-wrap;">, says </span><a href="https://www.google.com/url?q=https://example.org/report?utm_source%3Ddocs&amp;sa=D&amp;source=editors&amp;ust=1" style="text-decoration:none;"><span style="font-size:11pt;color:#1155cc;text-decoration:underline;-webkit-text-decoration-skip:none;white-space:pre-wrap;">the report</span></a><span style="white-space:pre-wrap;">. CO</span><span style="font-size:0.6em;vertical-align:sub;white-space:pre-wrap;">2</span></p><br /><ul style="margin-top:0;margin-bottom:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;font-size:11pt;" aria-level="1"><p dir="ltr" style="margin:0" role="presentation"><span style="white-space:pre-wrap;">North bank</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">Old town</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="white-space:pre-wrap;">South bank</span></p></li></ul><p dir="ltr"><span>&nbsp;</span></p><div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="312"/><col width="312"/></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;padding:5pt;"><p dir="ltr"><span style="font-weight:700;white-space:pre-wrap;">Day</span></p></td><td><p dir="ltr"><span style="white-space:pre-wrap;">Level</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline"><!--EndFragment-->
</body></html>`;

const WORD_BULLET = (sign: string, font = 'Symbol'): string =>
  `<![if !supportLists]><span style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;
const WORD_ITEM = (place: string, sign: string, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:.5in;mso-add-space:auto;text-indent:-.25in;mso-list:${place}'>${WORD_BULLET(sign)}<span lang=VI>${text}<o:p></o:p></span></p>`;

/** Word, Windows: XML in conditional comments, lists drawn in paragraphs, comments of the review, a heading with its number. */
export const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; font-size:12.0pt;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->
<p class=MsoTitle>Nước lên nhanh<o:p></o:p></p>
<h2 style='mso-list:l3 level1 lfo9'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>Hiện trường<o:p></o:p></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=VI style='font-size:14.0pt'>Sáng 12/6</span></b><span
lang=VI>, nước sông
dâng cao.<a style='mso-comment-reference:A_1;mso-comment-date:20250612T0900'></a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a></span></span><o:p></o:p></span></p>
<p class=MsoNormal><span lang=VI><o:p>&nbsp;</o:p></span></p>
${WORD_ITEM('l0 level1 lfo1', '·', 'Cầu Bắc')}
${WORD_ITEM('l0 level2 lfo1', 'o', 'Nhịp một')}
${WORD_ITEM('l0 level2 lfo1', 'o', 'Nhịp hai')}
${WORD_ITEM('l0 level1 lfo1', '·', 'Cầu Nam')}
${WORD_ITEM('l1 level1 lfo2', '1.', 'Sơ tán')}
${WORD_ITEM('l1 level2 lfo2', 'a)', 'Trẻ em')}
${WORD_ITEM('l1 level1 lfo2', '2.', 'Đắp đê')}
<p class=MsoQuote>Chưa năm nào thế này.<o:p></o:p></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="p1" style='width:100pt'><v:imagedata src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=133 height=100 src="file:///C:/Temp/clip_image002.png" v:shapes="p1"><![endif]></p>
<table class=MsoTableGrid border=1><tr><td width=300 valign=top><p class=MsoNormal><b>Ngày<o:p></o:p></b></p></td><td><p class=MsoNormal>Mực nước<o:p></o:p></p></td></tr></table>
<div style='mso-element:comment-list'><hr class=msocomoff><div style='mso-element:comment'><p class=MsoCommentText>Xem lại giờ</p></div></div>
<!--EndFragment--></body></html>`;

/** LibreOffice Writer: fonts in `font`, paragraphs in items, footnote anchors, upper-case habits of old HTML. */
export const LIBREOFFICE = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115% } a:link { color: #000080 }</style></head>
<body lang="en-GB" link="#000080" dir="ltr"><h1 class="western" style="page-break-before: always">River breaks its banks</h1>
<p class="western" style="margin-bottom: 0cm; line-height: 100%"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt">The water rose <b>two
metres</b><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>, <font color="#000080"><u><a href="https://example.org/">says the council</a></u></font>.</font></font></p>
<p class="western" style="margin-bottom: 0cm"><br/>

</p>
<ol>
	<li><p style="margin-bottom: 0cm">North bank</p></li>
	<ol type="a">
		<li><p style="margin-bottom: 0cm">Old town</p></li>
	</ol>
	<li><p style="margin-bottom: 0cm">South bank</p></li>
</ol>
</body></html>`;

/** A news site of today: navigation, lazy pictures, scripts between paragraphs, an advertisement's frame, share buttons. */
export const WEB_PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>River breaks its banks | The Tide</title><script type="application/ld+json">{"@type":"NewsArticle"}</script><style>.ad{}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<article><header><h1>River breaks its banks</h1><p class="byline">By <a href="/authors/mai-lan" rel="author">Mai Lan</a></p><time datetime="2025-06-12">12 June 2025</time></header>
<figure><picture><source srcset="https://cdn.example.org/b.webp 2x"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" data-src="https://cdn.example.org/b.jpg" alt="The bridge" onerror="x()"></picture><noscript><img src="https://cdn.example.org/b.jpg"></noscript><figcaption>The bridge at noon. <span class="credit">Photo: Le Ha</span></figcaption></figure>
<p>The water rose <em>two metres</em>.</p><script>ads()</script><div class="ad"><iframe src="https://ads.example.org"></iframe></div>
<p>More at <a href="https://example.org/a?utm_campaign=x&amp;id=3">the site</a>.</p>
<blockquote><p>We saw it.</p><cite>Tran An</cite></blockquote>
<h2>What now</h2><ol><li>Wait</li><li>Help</li></ol>
<form><input type="email" placeholder="Mail"><button>Sign up</button></form><svg><title>Share</title><path d="M0"/></svg></article></body></html>`;
