// All texts of the page, in Chinese and English, in one table. Texts of checks, errors and verdicts come from the
// library.

const TEXTS = {
  title: ["核验一次双随机抽取", "Verify a double-random draw"],
  language: ["English", "中文"],
  skip: ["跳到核验结果", "Skip to the result"],
  intro: [
    "把公布的文件放进来，本页在您自己的设备上重新计算并逐项核对。它不联网，不上传任何内容，断网也能使用。",
    "Add the published files. This page computes the draw again on your own device and compares each step. It sends nothing and works offline.",
  ],
  givenTitle: ["文件", "Files"],
  drop: ["把文件拖到这里，或者", "Drop files here, or"],
  choose: ["选择文件", "choose files"],
  needed: [
    "至少需要抽取记录或公示文本。计划、名录、历史、查验单、变更、以前的封存单可以再加，加得越多，能核验的越多。表格为 CSV 或 JSON Lines。见证人的记录（文本文件）和抽取记录表二维码的照片也可以放进来。",
    "At least a record or a public form. Plan, lists, history, receipt, amendments and earlier commitments can be added: the more there is, the more can be checked. Lists are CSV or JSON Lines. The notes of a witness (a text file) and a photo of the QR code in the minutes can be added too.",
  ],
  kind: ["这份文件是", "This file is"],
  remove: ["移除", "Remove"],
  removeFile: ["移除文件 {name}", "Remove the file {name}"],
  secret: ["密钥（密封抽取时由机关保存，公布后才有）", "Secret (kept by the office if the commitment is blinded)"],
  noted: ["您在抽取前记下的封存单摘要", "Digest of the commitment that you noted before the draw"],
  readOut: ["现场宣读的抽取记录摘要", "Digest of the record that was read out"],
  values: ["您当场记下的取值（骰子、号码等，每个随机源一行）", "Values that you noted when they fell (dice, balls and so on; a line for each source)"],
  picture: ["从照片读取：拍下抽取记录表上的二维码", "Take the digest from a photo of the QR code in the minutes"],
  filledIn: ["已从文件填入：{field}", "Filled in from the file: {field}"],
  "not:picture": ["图片“{name}”中没有找到抽取记录表的二维码。请对准二维码、靠近重拍。", "No QR code of minutes was found in the picture “{name}”. Take it again, straight and closer."],
  "not:workbook": [
    "本页不能读取“{name}”这类文件（XLSX、XLS、ODS、DOCX、ZIP）。请在 WPS 或 Excel 中另存为 CSV；机关的原始名录须先用 suiji import 整理。",
    "This page cannot read files such as “{name}” (XLSX, XLS, ODS, DOCX, ZIP). Save a list as CSV. The raw lists of an office must first be imported with suiji import.",
  ],
  tooLong: ["读取文件“{name}”的时间太长，已停止。", "Reading the file “{name}” took too long and was stopped."],
  valuesCount: ["记下的取值有 {found} 行，而现场产生取值的随机源有 {expected} 个。每个随机源请写一行，或在行首写明其序号和冒号。", "Values were noted for {found} sources, but {expected} sources are live. Write a line for each, or begin a line with the number of its source and a colon."],
  valuesSource: ["随机源的序号须在 1 至 {count} 之间。", "The number of a source must be between 1 and {count}."],
  valuesLive: ["“{source}”的取值不是现场产生的，本页不能核对；请用 suiji witness-check。", "The value of “{source}” does not fall on the spot. This page cannot compare it: use suiji witness-check."],
  valuesNumbers: ["为“{source}”记下的取值不是可能产生的数：请检查个数和范围。", "The values noted for “{source}” cannot have fallen: check their count and their range."],
  notesTitle: ["您记下的内容能证明什么", "What your notes prove"],
  "proved:noted": ["封存单摘要相符：计划、名录和随机源在您记下摘要之前已经封存，此后没有改动。", "The digest of the commitment agrees: plan, lists and sources were sealed before you noted it, and were not changed afterwards."],
  "proved:values": ["取值相符：抽取用的就是您记下的取值。", "The values agree: the draw used the values that you noted."],
  "proved:readOut": ["抽取记录摘要相符：这就是当场宣读的那次抽取，没有换成另一次。", "The digest of the record agrees: this is the draw that was read out, and no other one."],
  provedPart: ["其他随机源的取值没有记下，只能采信。", "The values of other sources were not noted. They are on trust."],
  "unproved:noted": ["没有核对封存单摘要：不能证明封存在取值之前。", "The digest of the commitment was not compared: it is not proved that the sealing came before the values."],
  "unproved:values": ["没有核对取值：不能证明用的是当场产生的取值。", "The values were not compared: it is not proved that those were used that fell on the spot."],
  "unproved:readOut": ["没有核对抽取记录摘要：不能证明没有抽过第二次。", "The digest of the record was not compared: it is not proved that there was no second draw."],
  "disproved:noted": ["封存单摘要不符：这不是您记下摘要时的封存单，计划、名录或随机源可能已被更换。", "The digest of the commitment differs: this is not the commitment of which you noted it. Plan, lists or sources may have been exchanged."],
  "disproved:values": ["取值不符：抽取用的不是您记下的取值。", "The values differ: the draw did not use the values that you noted."],
  "disproved:readOut": ["抽取记录摘要不符：这不是当场宣读的那次抽取。", "The digest of the record differs: this is not the draw that was read out."],
  verify: ["开始核验", "Verify"],
  cancel: ["取消", "Cancel"],
  print: ["打印核验报告", "Print the report"],
  cancelled: ["已取消。", "Cancelled."],
  working: ["正在核验：{stage}", "Verifying: {stage}"],
  resultTitle: ["结论", "Verdict"],
  holds: ["成立", "It holds"],
  holdsMore: ["所有核验项都重新算过，结果一致。", "Every check was made, and everything agrees."],
  incomplete: ["未发现不符，但核验不完整", "Nothing failed, but the verification is incomplete"],
  incompleteMore: ["下面列出还缺什么。补上文件就能继续核验。", "What is missing is listed below. Add it to check more."],
  other_inputs: ["所提供的文件不是封存时的那些", "The files are not those that were sealed"],
  other_inputsMore: ["记录本身没有发现不符，但名录、计划或密钥与封存时不同。请换用封存时的文件再核验。", "Nothing failed in the record itself, but a list, the plan or the secret differs from what was sealed. Verify again with the sealed files."],
  fails: ["不成立", "It fails"],
  failsMore: ["有核验项不符：这份文件被改动过，或者不是按规则抽取的。", "Checks failed: the document was altered, or the draw did not follow the rules."],
  refused: ["文件无法核验", "A file cannot be verified"],
  refusedMore: ["文件的格式有错误，错误如下。", "A file has errors:"],
  swappedTitle: ["名单有改动", "The list was altered"],
  swappedWrong: ["任务 {task}：在名单上，但没有被抽中：", "Task {task}: listed, but not drawn:"],
  swappedAbsent: ["任务 {task}：已被抽中，但不在名单上：", "Task {task}: drawn, but not listed:"],
  counts: ["已证明 {established} 项，不符 {failed} 项，未核验 {unchecked} 项", "{established} established, {failed} failed, {unchecked} not checked"],
  digest: ["抽取记录的摘要。请与现场宣读或笔录上的逐组对照：", "Digest of the record. Compare it, group by group, with what was read out or is in the minutes:"],
  commitmentDigest: ["封存单的摘要。请与抽取前公布的逐组对照：", "Digest of the commitment. Compare it with what was published before the draw:"],
  failed: ["不符（{count} 项）", "Failed ({count})"],
  established: ["已证明（{count} 项）", "Established ({count})"],
  not_checked: ["未核验（{count} 项）", "Not checked ({count})"],
  on_trust: ["无法核验，只能采信（{count} 项）", "On trust ({count})"],
  missing: ["缺少：{what}", "Missing: {what}"],
  add: ["添加{what}", "Add {what}"],
  rule: ["规则", "Rule"],
  place: ["位置", "Place"],
  expected: ["按规则应为", "Expected by the rules"],
  found: ["文件中为", "Found in the file"],
  check: ["核验项", "Check"],
  source: ["随机源", "Source"],
  task: ["抽查任务", "Task"],
  notPrinted: ["另有 {count} 项不符，见本页屏幕显示。", "{count} more failed: see the page on the screen."],
  more: ["另有 {count} 项", "{count} more"],
  warnings: ["请注意（{count} 条）", "Warnings ({count})"],
  searchTitle: ["查找一家企业", "Find a firm"],
  search: ["名称或统一社会信用代码", "Name or id"],
  find: ["查找", "Find"],
  nobody: [
    "在抽中和备选名单中没有找到“{text}”。如要知道它是否在抽样框内、为什么没有抽中、机会多大，请添加封存时的全部文件（计划、检查对象名录库、执法检查人员名录库、检查历史），密封抽取还要填写密钥；或者添加该企业的查验单。",
    "“{text}” is not among the selected or reserves. To learn whether it was in the frame, why it was not selected, and with what chance, add all files that were sealed (plan, registry, roster, history; the secret if the commitment is blinded), or its receipt.",
  ],
  unknown: ["名录库中没有“{text}”。", "“{text}” is not in the registry."],
  chosen: ["抽中，任务 {task}", "selected, task {task}"],
  asReserve: ["备选，任务 {task}", "reserve, task {task}"],
  chance: ["抽中的机会：{numer} / {denom}", "Chance of being selected: {numer} / {denom}"],
  receiptTitle: ["查验单", "Receipt"],
  tasksTitle: ["抽取结果", "What was drawn"],
  stratum: ["风险分类", "Risk class"],
  size: ["抽样框（户）", "In the frame"],
  take: ["抽取（户）", "Taken"],
  cutoff: ["末位签号", "Cutoff"],
  order: ["顺序", "Order"],
  entity: ["检查对象", "Entity"],
  team: ["检查小组", "Team"],
  vacant: ["空缺 {count} 席", "{count} vacant"],
  joins: ["与任务 {task} 同一小组", "same team as task {task}"],
  reserves: ["备选", "Reserves"],
  hidden: ["密封", "hidden"],
  strip: [
    "{stratum}：每条竖线是一户抽中者的签号，越靠左越小；虚线是末位签号，右边的没有抽中。抽取 {take} 户，共 {size} 户。",
    "{stratum}: each line is the ticket of a selected entity, the smallest at the left; the dashed line is the cutoff, beyond which nobody is selected. {take} of {size}.",
  ],
  showMore: ["再显示 {count} 行", "Show {count} more rows"],
  away: ["抽取后的变更：{count} 项", "Amendments after the draw: {count}"],
  noDraw: ["请添加抽取记录或公示文本。", "Add a record or a public form."],
  unknownKind: ["请选择“{name}”是哪种文件，或者移除它。", "Say what the file “{name}” is, or remove it."],
  twoDraws: ["“{kind}”有两份，请移除一份。", "There are two files of the kind “{kind}”. Remove one."],
  stopped: ["核验程序因自身错误停止，请报告此问题：{problem}", "The verifier stopped because of a bug. Please report it: {problem}"],
  footer: [
    "本页不保存任何内容。相信本页的前提是它未被改动：请用 sha256sum 计算本文件的摘要，与发布者公布的对照，或用 suiji verify-page --check 核对。",
    "This page keeps nothing. You rely on it being unaltered: compute the digest of this file with sha256sum and compare it with the published one, or use suiji verify-page --check.",
  ],
  rehearsal: ["演练：掷一次虚拟骰子", "Rehearsal: throw virtual dice"],
  noValidDraw: ["仅供演练和教学，不是有效的抽取。", "For rehearsal and teaching only: this is no valid draw."],
  rehearsalAbout: [
    "样例名录有 {count} 户虚构企业，抽取四分之一。先掷骰抽取；再只重掷一枚，看结果如何全部改变；最后偷换一户，看核验如何发现。",
    "An invented list of {count} firms, of which a quarter is drawn. Throw, then throw a single die again and see everything change, then swap one firm in the record and see that it is found.",
  ],
  throwAll: ["掷骰二十次并抽取", "Throw twenty dice and draw"],
  throwOne: ["只重掷最后一枚", "Throw only the last one again"],
  swapFirm: ["偷换一户", "Swap one firm"],
  rehearsalSeed: ["种子：", "Seed:"],
  rehearsalDrawn: ["演练抽中：", "Drawn for rehearsal:"],
  rehearsalChanged: ["与上一次相比，{count} 户中有 {kept} 户仍被抽中。", "Of these {count}, {kept} had been drawn before."],
  rehearsalSwapped: ["记录中抽中的第一户已被换成一户备选，其余不变。", "In the record the first of the selected was swapped for a reserve. Nothing else was changed."],
  // Kinds of files, and what can be missing.
  record: ["抽取记录", "record"],
  public_form: ["公示文本", "public form"],
  receipt: ["查验单", "receipt"],
  plan: ["抽查计划", "plan"],
  registry: ["检查对象名录库", "registry"],
  roster: ["执法检查人员名录库", "roster"],
  history: ["检查历史", "history"],
  amendments: ["变更", "amendments"],
  commitment: ["以前的封存单", "earlier commitment"],
  secretWord: ["密钥", "secret"],
  drand_support: ["随机信标签名的核验", "a check of the beacon's signature"],
  sealed_input: ["封存时的文件", "the sealed file"],
  sealed_secret: ["封存时的密钥", "the sealed secret"],
  limit: ["本页的容量", "room for so large a draw"],
  earlier_check: ["前一项核验", "an earlier check"],
  byHand: ["手工核对", "By hand"],
  // The way to make a check without this page, by the id of the check. With SM3 it is `openssl dgst -sm3` instead of
  // sha256sum.
  "hand:sheet.known": [
    "jq -cSj .commitment record.json | sha256sum，与抽取前公布的摘要对照。",
    "jq -cSj .commitment record.json | sha256sum, compared with the digest that was published before the draw.",
  ],
  "hand:record.known": [
    "jq -cSj . record.json | sha256sum，与现场宣读的摘要对照。",
    "jq -cSj . record.json | sha256sum, compared with the digest that was read out.",
  ],
  "hand:contributions.match": [
    "把文件中的骰子点数、号码与现场笔录或录像对照。",
    "Compare the numbers in the file with the minutes or a video of what fell.",
  ],
  "hand:draw.tickets": [
    "把该任务的 key（十六进制，转成 32 个字节）与检查对象的编号接在一起求摘要：{ printf %s KEY | xxd -r -p; printf %s 编号; } | sha256sum。密封抽取还要在最后接上查验单中的盐值。",
    "Hash the key of the task (hex, as 32 bytes) followed by the id: { printf %s KEY | xxd -r -p; printf %s ID; } | sha256sum. With a blinded commitment, the salt in the receipt comes last.",
  ],
  "hand:draw.selection": [
    "对抽样框中同一层的每户计算签号，从小到大排列，排在前面的就是抽中者，随后的是备选。",
    "Compute the ticket of each entity of a stratum and sort them: the smallest are selected, the next are the reserves.",
  ],
  "hand:draw.sizes": [
    "数一数每层抽中的户数，与封存单中的数量对照。",
    "Count the selected of each stratum, and compare with the commitment.",
  ],
  "hand:receipt.cutoff": [
    "把查验单中的签号与公示的末位签号对照：不大于末位签号的才是抽中。",
    "Compare the ticket in the receipt with the published cutoff: whoever is not above it is selected.",
  ],
  // Risk classes of most offices; others are shown as they are.
  class_low: ["低风险", "low"],
  class_general: ["一般风险", "general"],
  class_elevated: ["较高风险", "elevated"],
  class_high: ["高风险", "high"],
  class_all: ["全部", "all"],
};

/** @type {"zh" | "en"} */
let lang = "zh";

/** @param {"zh" | "en"} to */
function setLang(to) {
  lang = to;
}

/**
 * A text with its values.
 * @param {string} key
 * @param {Record<string, string | number>} values
 */
function say(key, values = {}) {
  const text = TEXTS[/** @type {keyof typeof TEXTS} */ (key)][lang === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** @param {string} key */
const hasText = (key) => Object.hasOwn(TEXTS, key);

/** Several values in one text. @param {(string | number)[]} values */
const listed = (values) => values.join(lang === "zh" ? "、" : ", ");

/** @param {string} stratum */
const stratumName = (stratum) => (hasText(`class_${stratum}`) ? say(`class_${stratum}`) : stratum);

/** @param {string} missing */
const missingName = (missing) => (missing === "secret" ? say("secretWord") : say(missing));

export { hasText, listed, missingName, say, setLang, stratumName, lang };
