//! Finds similar texts: another spelling, a typing error, or a part of the other text.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

/// How many characters of a text are compared.
const COMPARED: usize = 64;

/// With how many values a text is compared.
const CANDIDATES: usize = 4096;

/// Traditional and variant characters that occur in lists of firms, each before the usual one.
const VARIANTS: &str = "場场塲场車车業业廠厂產产藥药醫医療疗氣气電电機机學学營营運运輸输銷销貿贸購购飲饮館馆飯饭魚鱼雞鸡豬猪養养種种園园農农糧粮麵面鹽盐礦矿鐵铁鋼钢銅铜鋁铝膠胶紙纸紡纺\
    織织製制裝装飾饰腦脑網网絡络訊讯廣广書书報报圖图畫画樂乐戲戏劇剧術术體体遊游覽览賓宾務务財财會会計计稅税銀银證证險险資资監监檢检測测驗验認认質质標标準准環环衛卫\
    護护寶宝樓楼築筑設设備备線线纜缆儀仪錶表錢钱幣币貨货倉仓庫库門门燈灯傢家俱具廚厨襪袜絲丝綢绸東东縣县鎮镇鄉乡區区灣湾島岛橋桥鋪铺舖铺號号總总廳厅處处隊队員员師师\
    傳传動动發发開开關关華华國国聯联爾尔興兴達达順顺豐丰滿满滄沧滬沪漢汉濟济鄭郑蘇苏蘭兰龍龙鳳凤馬马鳥鸟齊齐寧宁慶庆黃黄綠绿紅红藍蓝厰厂葯药氷冰凈净決决況况減减滙汇\
    匯汇啓启啟启攷考攜携併并竝并傑杰峯峰羣群裏里裡里牀床衆众週周佈布剎刹唸念喫吃嘗尝囘回墻墙牆墙妳你娛娱嶽岳巖岩彙汇徵征慾欲託托搾榨擡抬斆敎於于曬晒栢柏桿杆槓杠櫃柜\
    歐欧歸归殺杀毀毁氾泛汙污洩泄淚泪溼湿滷卤潔洁濕湿灑洒煙烟燻熏牠它犛牦獎奖獸兽璣玑瓊琼畝亩盃杯盤盘睏困硃朱祕秘稈秆穀谷竈灶筆笔箇个個个籤签籲吁紮扎絃弦綫线緊紧縫缝\
    繡绣繩绳罈坛臘腊臺台檯台颱台艷艳芻刍荳豆菸烟蕎荞蕩荡薑姜薦荐蟲虫衝冲袞衮複复誌志諮咨讚赞豔艳貓猫賴赖贊赞跡迹蹟迹輛辆轎轿辦办遙遥適适選选遲迟醃腌醬酱釀酿釘钉針针\
    鉛铅錫锡鍋锅鍛锻鏈链鐘钟鍾钟鑄铸鑽钻長长閒闲間间閣阁閱阅陽阳陰阴陳陈陸陆階阶際际雜杂雙双離离難难雲云霧雾靈灵靜静頂顶項项領领頭头額额風风飛飞飼饲餅饼餘余駕驾駛驶\
    騎骑驛驿髮发鬆松鬥斗鯉鲤鴨鸭鵝鹅鷹鹰鹵卤麥麦麼么黨党點点齒齿龜龟";

/// Compares texts without regard to how they are written.
pub(super) struct Folding(BTreeMap<char, char>);

/// How near two texts are. The first variant is the nearest.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Nearness {
    /// The same text in two spellings.
    Same,
    /// One character differs, or is extra.
    OneCharacter,
    /// One text contains the characters of the other in their order, and only a few more.
    Part(usize),
    /// This many characters differ.
    Far(usize),
}

impl Folding {
    pub(super) fn new() -> Self {
        let characters: Vec<char> = VARIANTS.chars().collect();
        let pairs = characters.chunks_exact(2);
        Self(pairs.map(|pair| (pair[0], pair[1])).collect())
    }

    /// A text for comparison, without differences in width, letter case, blanks, signs and variants of characters.
    pub(super) fn fold(&self, text: &str) -> String {
        let plain = text.nfkc().flat_map(char::to_lowercase);
        let plain = plain.filter(|c| c.is_alphanumeric()).take(COMPARED);
        plain
            .map(|c| self.0.get(&c).copied().unwrap_or(c))
            .collect()
    }

    /// The folded text, for [`is_one_apart`].
    pub(super) fn characters(&self, text: &str) -> Vec<char> {
        self.fold(text).chars().collect()
    }

    #[cfg(test)]
    fn nearness(&self, one: &str, other: &str) -> Nearness {
        nearness(&self.characters(one), &self.characters(other))
    }

    /// Values among which the nearest one is looked up.
    pub(super) fn values<'v>(&self, values: impl IntoIterator<Item = &'v str>) -> Values<'_, 'v> {
        let values = values.into_iter().take(CANDIDATES);
        Values {
            folding: self,
            values: values
                .map(|value| (self.characters(value), value))
                .collect(),
        }
    }
}

/// Values, folded once for all texts that are compared with them.
pub(super) struct Values<'f, 'v> {
    folding: &'f Folding,
    values: Vec<(Vec<char>, &'v str)>,
}

impl<'v> Values<'_, 'v> {
    /// The value that is nearest to a text. If several are equally near, the first of them.
    pub(super) fn nearest(&self, text: &str) -> Option<(Nearness, &'v str)> {
        let text = self.folding.characters(text);
        let values = self.values.iter();
        let compared = values.map(|(value, shown)| (nearness(&text, value), *shown));
        compared.min_by_key(|(nearness, _)| *nearness)
    }
}

fn nearness(one: &[char], other: &[char]) -> Nearness {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    match edits(short, long) {
        0 => Nearness::Same,
        1 => Nearness::OneCharacter,
        edits if edits <= short.len() && is_within(short, long) => Nearness::Part(edits),
        edits => Nearness::Far(edits),
    }
}

/// Whether one character differs, or is extra.
pub(super) fn is_one_apart(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => same < long.len() && short[same + 1..] == long[same + 1..],
        1 => short[same..] == long[same + 1..],
        _ => false,
    }
}

/// How many characters must be inserted, deleted or changed to turn one text into the other.
fn edits(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, b) in (1..).zip(other) {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[column];
            row[column] = changed.min(diagonal + 1).min(row[column - 1] + 1);
        }
    }
    row[other.len()]
}

/// Whether one text contains all characters of the other, in the same order.
fn is_within(short: &[char], long: &[char]) -> bool {
    let mut long = long.iter();
    short.iter().all(|character| long.any(|of| of == character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_text_are_the_same() {
        let folding = Folding::new();
        for (one, other) in [
            ("加\u{a0}油站", "加油站"),
            ("加油站\u{fe0f}", "加油站"),
            ("加 油 站", "加油站"),
            ("ＫＴＶ", "ktv"),
            ("汽车（销售）", "汽车(销售)"),
            ("汽车-销售", "汽车销售"),
            ("二手車交易市塲", "二手车交易市场"),
            ("５２６５", "5265"),
        ] {
            assert_eq!(folding.nearness(one, other), Nearness::Same, "{one}");
        }
    }

    #[test]
    fn slips_and_parts_are_told_apart() {
        let folding = Folding::new();
        let near = |one, other| folding.nearness(one, other);
        assert_eq!(near("加油站", "加气站"), Nearness::OneCharacter);
        assert_eq!(near("加油站点", "加油站"), Nearness::OneCharacter);
        assert_eq!(near("县市监局", "县市场监管局"), Nearness::Part(2));
        assert_eq!(near("沁水县市场监管局", "县市场监管局"), Nearness::Part(2));
        assert_eq!(near("加油站", "超市"), Nearness::Far(3));
        assert_eq!(near("汽车类别1", "类1"), Nearness::Far(3));
        assert_eq!(near("", "超市"), Nearness::Far(2));
    }

    #[test]
    fn the_nearest_is_found_first() {
        let folding = Folding::new();
        let values = folding.values(["超市", "加气站", "加油站"]);
        let found = |text| values.nearest(text);
        assert_eq!(found("加 油站"), Some((Nearness::Same, "加油站")));
        assert_eq!(found("加油点"), Some((Nearness::OneCharacter, "加油站")));
        assert_eq!(folding.values([]).nearest("加油站"), None);
    }

    #[test]
    fn one_apart_is_one_edit() {
        let texts = [
            "",
            "甲",
            "乙",
            "甲乙",
            "乙甲",
            "甲甲",
            "甲乙丙",
            "甲丙",
            "乙丙",
            "甲乙乙丙",
            "丙甲乙",
        ];
        for (one, other) in texts
            .iter()
            .flat_map(|one| texts.map(|other| (*one, other)))
        {
            let [one, other] = [one, other].map(|text| text.chars().collect::<Vec<_>>());
            assert_eq!(
                is_one_apart(&one, &other),
                edits(&one, &other) == 1,
                "{one:?} {other:?}"
            );
        }
    }

    #[test]
    fn variants_have_one_usual_character_each() {
        let count = VARIANTS.chars().count();
        assert_eq!(count % 2, 0);
        let folding = Folding::new();
        assert_eq!(folding.0.len(), count / 2);
        let usual = |c: &char| !folding.0.contains_key(c);
        assert!(folding.0.values().all(usual));
    }

    #[test]
    fn long_texts_are_compared_in_part() {
        let long = "长".repeat(1_000_000);
        assert_eq!(Folding::new().fold(&long).chars().count(), COMPARED);
    }
}
