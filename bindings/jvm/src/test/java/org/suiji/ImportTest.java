package org.suiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The lists and the plan of an office: questions, answers, tables, the log. */
class ImportTest {
    private static final Path OFFICE = Vector.FOLDER.resolve("../../crates/suiji-import/tests/data/office");
    private static final Path EXAMPLE = Vector.FOLDER.resolve("../../examples/qinshui-2024");
    private static final String STATUS = "registry:value:status:停业";
    private static final String LIST = "统一社会信用代码,企业名称,信用风险等级,登记状态,联系电话\r\n"
            + "91140521MA00MMAM0X ,样例一公司,低风险,停业,1\r\n"
            + "91140521MA41L67N91,样例二公司,高风险,存续,2\r\n";

    private static Importer importer() {
        return Importer.of("名录.csv", LIST.getBytes(Charset.forName("GB18030")));
    }

    private static Importer office(String name) throws IOException {
        return Importer.of(name, Files.readAllBytes(OFFICE.resolve(name)));
    }

    @Test
    void whatIsNotSureIsAskedAndAnsweredByItsId() {
        try (Import open = importer().importLists()) {
            assertEquals(Optional.empty(), open.registry());
            assertEquals(1, open.questions().size());
            ImportQuestion question = open.questions().get(0);
            assertEquals(STATUS, question.id());
            assertEquals("registry value status 停业 1", String.join(
                    " ", question.list(), question.about(), question.field(), question.value(), "" + question.count()));
            assertTrue(question.message().contains("停业") && question.messageZh().contains("停业"));
            List<String> answers = question.choices().stream().map(ImportChoice::answer).collect(Collectors.toList());
            assertTrue(answers.containsAll(Arrays.asList("active", "inactive")), answers.toString());
            ImportPlace place = question.places().get(0);
            assertEquals("名录.csv 2 登记状态", place.file() + " " + place.row() + " " + place.column());
            assertEquals(Optional.empty(), question.refused());
            SuijiException error = assertThrows(SuijiException.class, open::checkAnswered);
            assertEquals("import.question", error.code());
            assertTrue(error.messageZh().contains(STATUS) && error.getMessage().contains(STATUS), error.toString());
        }
        try (Import refused = importer().withAnswer(STATUS, "perhaps").importLists()) {
            ImportQuestion question = refused.questions().get(0);
            assertEquals(Optional.of("perhaps"), question.refused());
            assertTrue(question.whyRefused().isPresent() && question.whyRefusedZh().isPresent());
        }
        String kept = "{\"answers\": [{\"list\": \"registry\", \"about\": \"value\", \"field\": \"status\", \"value\": \"停业\","
                + " \"answer\": \"active\"}]}";
        // A later answer precedes.
        for (Importer answered : Arrays.asList(
                importer().withAnswer(STATUS, "inactive"), importer().withAnswers(kept).withAnswer(STATUS, "inactive"))) {
            try (Import done = answered.importLists()) {
                done.checkAnswered();
                assertEquals(Optional.of(Status.INACTIVE), done.registry().get().entity("91140521MA00MMAM0X").get().status());
            }
        }
        assertEquals("import.answers", assertThrows(SuijiException.class, () -> importer().withAnswers("{").importLists()).code());
    }

    @Test
    void everyChangeIsInTheLog() {
        try (Import done = importer().withAnswer(STATUS, "inactive").importRegistry()) {
            List<String> changes = done.changes().stream()
                    .map(of -> of.row() + " " + of.column() + " " + of.before() + " → " + of.after() + " " + of.rules())
                    .collect(Collectors.toList());
            assertEquals(
                    Arrays.asList(
                            "1 联系电话 联系电话 →  [column-left-out]",
                            "2 统一社会信用代码 91140521MA00MMAM0X  → 91140521MA00MMAM0X [trim]",
                            "2 信用风险等级 低风险 → low [class-word]",
                            "2 登记状态 停业 → inactive [answer]",
                            "3 信用风险等级 高风险 → high [class-word]",
                            "3 登记状态 存续 → active [status-word]"),
                    changes);
            assertEquals("名录.csv", done.changes().get(0).file());
            ImportSummary summary = done.summaries().get(0);
            assertEquals("registry 2 2", summary.list() + " " + summary.read() + " " + summary.taken());
            assertEquals(Long.valueOf(2), summary.changed().get("class-word"));
            assertEquals(Collections.singletonList("联系电话"), summary.columnsLeftOut());
            assertEquals(0, done.moreQuestions());
            assertTrue(new String(done.logCsv(), StandardCharsets.UTF_8).contains("名录.csv,,2,信用风险等级,低风险,low,class-word"));
            assertTrue(done.pageZh().contains("lang=\"zh") && done.page().contains("lang=\"en"));
            assertTrue(done.toString().contains("0 open questions"));
        }
        for (Importer kept : Arrays.asList(importer().withAllExtra(), importer().withExtra(Collections.singletonList("联系电话")))) {
            try (Import done = kept.withAnswer(STATUS, "inactive").importLists()) {
                assertEquals(Collections.singletonMap("联系电话", "1"), done.registry().get().entity("91140521MA00MMAM0X").get().extra());
            }
        }
    }

    @Test
    void theListsOfAnOfficeBecomeThoseOfTheExample() throws IOException {
        Plan plan = Plan.fromJson(Files.readAllBytes(EXAMPLE.resolve("plan.json")));
        Importer all = office("history.xlsx").withPlan(plan);
        for (String name : Arrays.asList("roster.xlsx", "registry.xlsx")) {
            all = all.with(name, Files.readAllBytes(OFFICE.resolve(name)));
        }
        all = all.withAnswer("registry:row:id::沁水样例901号汽车销售有限公司", "leave_out")
                .withAnswer("roster:row:id::样例执法员12", "04052124012");
        try (Import open = all.importLists()) {
            assertFalse(open.roster().isPresent());
            ImportQuestion letters = open.questions().get(0);
            assertEquals("letters", letters.about());
            all = all.withAnswer(letters.id(), "a_is_high");
        }
        try (Import done = all.importLists(); Import again = all.importLists()) {
            Registry registry = done.registry().get();
            Registry example = Registry.fromJsonLines(Files.readAllBytes(EXAMPLE.resolve("registry.jsonl")));
            // Two rows with different categories, and two that are exempt only in the example.
            assertEquals(
                    Arrays.asList("91140521MA41L67N91", "91140521MAQFXYRN0E", "91140521MAYYATDA8J"),
                    example.changes(registry, 10).stream().map(of -> of.id()).collect(Collectors.toList()));
            assertEquals("376 27 41", registry.len() + " " + done.roster().get().len() + " " + done.history().get().len());
            assertArrayEquals(done.logCsv(), again.logCsv());
            // Names become ids by the tables of the case.
            Importer history = office("history.xlsx").withPlan(plan).withRegistry(registry).withRoster(done.roster().get());
            try (Import alone = history.importHistory()) {
                assertArrayEquals(done.history().get().toJsonLines(), alone.history().get().toJsonLines());
            }
        }
    }

    @Test
    void aPlanIsImportedWithWhatWasUnderstood() {
        String text = "样例县工信局2024年度内部双随机抽查工作计划\n"
                + "序号\t抽查任务名称\t抽查事项\t抽查范围\t抽查比例/数量\t抽查检查时间\n"
                + "1\t对汽车销售企业的抽查\t经营活动的检查\t汽车销售企业\t不低于20% 1次/年\t9月-11月\n";
        Importer plan = Importer.of("计划.txt", text.getBytes(StandardCharsets.UTF_8));
        try (Import open = plan.importPlan()) {
            assertEquals(Optional.empty(), open.plan());
            assertEquals(3, open.questions().size());
        }
        plan = plan.withAnswer("plan:value:team:internal", "县工信局 2").withAnswer("plan:constant:lead_required", "yes")
                .withAnswer("plan:constant:settings", "blank");
        try (Import done = plan.importPlan()) {
            assertEquals("对汽车销售企业的抽查", done.plan().get().tasks().get(0).name());
            Understood quota = done.understood().stream().filter(of -> of.before().startsWith("不低于")).findFirst().get();
            assertTrue(!quota.answered() && !quota.meansZh().isEmpty() && quota.place().row() > 0);
            assertTrue(done.pageZh().contains("汽车销售企业") && done.summaries().isEmpty() && !done.changes().isEmpty());
        }
    }

    @Test
    void whatCannotBeImportedIsRefused() {
        SuijiException error = assertThrows(
                SuijiException.class, () -> Importer.of("名录.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)).importLists());
        assertEquals("import.format file", error.code() + " " + error.kind());
        assertEquals("名录.pdf", error.faults().get(0).place().path());
        Import closed = importer().importLists();
        closed.close();
        assertThrows(IllegalStateException.class, closed::changes);
        assertThrows(NullPointerException.class, () -> Importer.of(null, new byte[0]));
    }
}
