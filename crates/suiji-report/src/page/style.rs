//! The style of a page: paper, margins and types of GB/T 9704 (公文格式), with fonts that an office has.

use suiji::Lang;

use crate::base::texts;

/// A4; margins of 37, 35, 28 and 26 mm leave a text of 156 by 225 mm. Text in type no. 3 (16 pt) FangSong on lines of
/// 29 pt, title in type no. 2 (22 pt) XiaoBiaoSong, headings in SimHei and KaiTi, tables in type small 4 (12 pt) or less.
const PAPER: &str = "\
@page{size:A4;margin:37mm 26mm 35mm 28mm}
html{color:#000;background:#fff}
body{margin:0 auto;max-width:156mm;font:16pt/29pt 'Times New Roman','FangSong_GB2312','仿宋_GB2312',FangSong,'仿宋',STFangsong,'Noto Serif CJK SC','Source Han Serif SC',serif;overflow-wrap:anywhere}
h1{font:bold 20pt/30pt 'FZXiaoBiaoSong-B05S','方正小标宋简体','方正小标宋_GBK',STZhongsong,'华文中宋','Noto Serif CJK SC',SimSun,serif;text-align:center;margin:0 0 8pt}
h2{font:normal 15pt/28pt SimHei,'黑体','Noto Sans CJK SC',sans-serif;margin:8pt 0 2pt}
h3{font:normal 14pt/26pt KaiTi_GB2312,'楷体_GB2312',KaiTi,'楷体','Noto Serif CJK SC',serif;margin:6pt 0 2pt}
h1,h2,h3{break-after:avoid;break-inside:avoid;text-wrap:balance}
p{margin:0;text-indent:2em;text-align:justify;orphans:2;widows:2}
html:lang(zh) p{word-break:break-all}
p.to,p.number,p.note,p.sign,p.digest,p.picture{text-indent:0}
p.number{text-align:center;margin-bottom:8pt;font-size:14pt}
p.note{font-size:10.5pt;line-height:16pt;margin:2pt 0}
p.sign{text-align:right;padding-right:2em}
p.digest,td p.digest{font:10pt/15pt 'Noto Sans Mono',Consolas,'Courier New',monospace;text-align:left;word-break:normal}
p.picture{text-align:center;line-height:1;break-inside:avoid}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:15pt;margin:3pt 0 6pt}
thead{display:table-header-group}
tr{break-inside:avoid}
tbody.keep,.keep{break-inside:avoid}
td,th{border:.5pt solid #000;padding:2pt 3pt;vertical-align:middle;text-align:left}
th{font-weight:normal;font-family:SimHei,'黑体','Noto Sans CJK SC',sans-serif;text-align:center}
.form td,.form th{padding:4pt 4pt}
.plain td{border:0;font-size:16pt;line-height:29pt}
td p{text-indent:0;text-align:inherit}
td p.sign{padding-right:0;text-align:right}
td p.digest{font-size:8.5pt}
td.center,th.center{text-align:center}
td.right{text-align:right}
td.left,th.left{text-align:left}
strong{font-weight:bold}
img{max-width:100%;max-height:220mm;object-fit:contain;vertical-align:middle}
.blank{display:inline-block;border-bottom:.5pt solid #000;height:1em;vertical-align:baseline}
html:lang(en) body,html:lang(en) .plain td{font-size:12pt;line-height:19pt}
html:lang(en) p.number{font-size:12pt}
html:lang(en) h2{font-size:13pt;line-height:22pt}
html:lang(en) h3{font-size:12pt;line-height:20pt}
.page-break{break-before:page}
";

/// On a screen, a sheet of paper on a grey desk.
const SCREEN: &str = "\
@media screen{html{background:#e4e4e4}body{background:#fff;padding:20mm 26mm 20mm 28mm;margin:8mm auto;box-shadow:0 1mm 3mm #999}}
";

/// The page of the folder, for reading on a screen.
pub(crate) const LIST: &str = "\
body{margin:10mm auto;max-width:200mm;padding:0 5mm;font:16px/1.6 'Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#111;overflow-wrap:anywhere}
h1{font-size:24px;line-height:1.3}h2{font-size:18px;margin:1.4em 0 .3em;border-bottom:1px solid #999}
p{margin:.3em 0}p.note{color:#444;font-size:14px}
table{border-collapse:collapse;width:100%}td{border-bottom:1px solid #ddd;padding:3px 8px 3px 0;vertical-align:top}
td.forms{white-space:nowrap;text-align:right}a{margin-left:.8em}h2 small{font-weight:normal;color:#444}.public{color:#060}
";

/// The style of several papers in one file. Their pages have no numbers.
pub(super) fn sheets() -> String {
    format!("{PAPER}{SCREEN}")
}

/// The style of a paper in this language, with a text for the foot of each page.
pub(super) fn sheet(lang: Lang, foot: Option<&str>) -> String {
    let [before, between, after] = texts::page_numbers();
    let foot = foot.map_or_else(String::new, |foot| format!("{foot}　"));
    let [before, between, after] = [
        format!("{foot}{}", before.get(lang)),
        between.get(lang).to_owned(),
        after.get(lang).to_owned(),
    ]
    .map(|text| quoted(&text));
    format!(
        "{PAPER}@page{{@bottom-center{{content:{before} counter(page) {between} counter(pages) {after};font:10.5pt 'Times New Roman',SimSun,'Noto Serif CJK SC',serif}}}}\n{SCREEN}"
    )
}

/// A text as a CSS string. A character that could end the string or the style sheet is escaped as its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' | '<' | '>' | '&' | '\n' | '\r' | '\u{c}' | '\0' => {
                out.push_str(&format!("\\{:x} ", u32::from(character)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foot_cannot_end_the_style() {
        let style = sheet(Lang::En, Some("</style><b>\"}*{x:y\\"));
        assert!(
            !style.contains("</style>") && !style.contains("<b>"),
            "{style}"
        );
        assert_eq!(quoted("a\"b\\c"), r#""a\22 b\5c c""#);
    }
}
