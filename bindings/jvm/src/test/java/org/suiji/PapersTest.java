package org.suiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The papers of a draw, as bytes by kind. */
class PapersTest {
    private static final String PLAN = "{\"title\": \"样例计划\", \"authority\": \"样例县工信局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"抽查\", \"quota\": {\"count\": 1},"
            + " \"team\": {\"seats\": [{\"department\": \"县工信局\", \"count\": 2}]}}]}";

    private Sealed sealed;
    private DrawRecord record;

    /** A notice of 2027, invented for this test. */
    private static final String HOLIDAYS = "{\"notices\": [{\"year\": 2027, \"document_number\": \"样例〔2026〕1号\","
            + " \"issued\": \"2026-11-01\", \"work\": [], \"off\": ["
            + "{\"name\": \"元旦\", \"from\": \"2027-01-01\", \"to\": \"2027-01-03\"},"
            + "{\"name\": \"劳动节\", \"from\": \"2027-05-01\", \"to\": \"2027-05-05\"},"
            + "{\"name\": \"国庆节\", \"from\": \"2027-10-01\", \"to\": \"2027-10-07\"}]}]}";

    @BeforeEach
    void draw() {
        draw(PLAN);
    }

    private void draw(String plan) {
        TableBuilder<Registry> entities = Registry.builder();
        entities.row().text("id", "A-1").text("name", "样例企业一");
        entities.row().text("id", "A-2").text("name", "样例企业二");
        TableBuilder<Roster> inspectors = Roster.builder();
        inspectors.row().text("id", "Z-1").text("name", "样例人员一").text("department", "县工信局");
        inspectors.row().text("id", "Z-2").text("name", "样例人员二").text("department", "县工信局");
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00+08:00"));
        try (Inputs inputs = Inputs.of(Plan.fromJson(plan), entities.finish(), inspectors.finish(), History.empty())) {
            sealed = Suiji.seal(inputs, ceremony);
        }
        Contribution thrown = sealed.commitment().arrange(0, 3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3);
        record = sealed.draw(Contributions.of(sealed.commitment().digest(), thrown));
    }

    @AfterEach
    void close() {
        sealed.close();
        record.close();
    }

    private static Set<PaperKind> kinds(List<Paper> papers) {
        return papers.stream().map(Paper::kind).collect(Collectors.toCollection(() -> EnumSet.noneOf(PaperKind.class)));
    }

    @Test
    void papersAreFilesByKind() {
        List<Paper> papers = Papers.of(sealed, record).withOffice("{\"place\": \"样例会议室\"}").make();
        Set<PaperKind> others = EnumSet.of(PaperKind.LETTER, PaperKind.OUTCOMES, PaperKind.PROPOSALS, PaperKind.SUMMARY);
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(others)), kinds(papers));
        assertEquals("index.html", papers.get(papers.size() - 1).name());
        for (Paper paper : papers) {
            assertEquals(paper.kind() == PaperKind.ANNOUNCEMENT, paper.isPublic(), paper.name());
            assertTrue(paper.name().endsWith("." + paper.form().word()) && !paper.title().isEmpty(), paper.name());
        }
        Paper minutes = papers.get(0);
        assertEquals(PaperKind.MINUTES, minutes.kind());
        assertTrue(text(minutes).contains("样例会议室"));
        Paper again = Papers.of(sealed, record).withOffice("{\"place\": \"样例会议室\"}").make(PaperKind.MINUTES).get(0);
        assertArrayEquals(minutes.bytes(), again.bytes());
    }

    @Test
    void aLetterHasAReceipt() {
        List<Paper> papers = Papers.of(sealed, record).inEnglish().letters("A-1");
        assertEquals(EnumSet.of(PaperKind.LETTER, PaperKind.INDEX), kinds(papers));
        Paper receipt = papers.stream().filter(paper -> paper.form() == PaperForm.JSON).findFirst().get();
        assertEquals("A-1", Receipt.fromJson(receipt.bytes()).entity());
    }

    @Test
    void resultsHavePapersOfTheirOwn() {
        Papers papers = Papers.of(sealed, record).withResults(Results.of(record));
        List<Paper> all = papers.make();
        assertEquals(EnumSet.complementOf(EnumSet.of(PaperKind.LETTER)), kinds(all));
        List<Paper> summary = papers.make(PaperKind.SUMMARY);
        List<PaperForm> forms = summary.stream().map(Paper::form).collect(Collectors.toList());
        assertEquals(Arrays.asList(PaperForm.HTML, PaperForm.DOCX, PaperForm.XLSX, PaperForm.HTML), forms);
        Paper outcomes = papers.make(PaperKind.OUTCOMES).get(0);
        assertTrue(outcomes.isPublic() && text(outcomes).contains("尚无检查结果"));
    }

    @Test
    void templatesOfTheOfficeReplaceOurs() {
        String own = "<paper title=\"本局公示\"><p>本局的公示：{{ tasks | length }} 项</p></paper>";
        Papers papers = Papers.of(sealed, record);
        Papers withOwn = papers.withTemplates(Collections.singletonMap("announcement.zh.html", own));
        Paper paper = withOwn.make(PaperKind.ANNOUNCEMENT).get(0);
        assertEquals("本局公示", paper.title());
        assertTrue(text(paper).contains("本局的公示：1 项"));
        // The first object is unchanged.
        assertFalse(text(papers.make(PaperKind.ANNOUNCEMENT).get(0)).contains("本局的公示"));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("announcement.zh.html", "<paper>\n{{ office.");
        wrong.put("nosuch.html", "");
        SuijiException refused = assertThrows(SuijiException.class, () -> papers.withTemplates(wrong).make());
        assertEquals(2, refused.faults().size());
        Fault fault = refused.faults().get(0);
        assertEquals("report.template", fault.code());
        assertEquals("announcement.zh.html", fault.place().path());
        assertEquals(2, fault.place().row().getAsLong());
    }

    @Test
    void holidaysOfLaterYearsComeFromAFile() {
        String later = PLAN.replace("\"year\": 2024", "\"year\": 2027").replace("\"tasks\"", "\"window\":"
                + " {\"from\": \"2027-03-01\", \"to\": \"2027-03-31\"}, \"tasks\"");
        close();
        draw(later);
        Papers papers = Papers.of(sealed, record);
        assertTrue(sheet(papers).contains("没有 2027 年的节假日安排"));
        String sheet = sheet(papers.withHolidays(HOLIDAYS));
        assertTrue(sheet.contains("公示至2027年4月28日止") && !sheet.contains("节假日安排"), sheet);
        SuijiException refused =
                assertThrows(SuijiException.class, () -> papers.withHolidays("{\"notices\": [1]}").make());
        assertEquals("report.calendar", refused.code());
    }

    private static String sheet(Papers papers) {
        return text(papers.make(PaperKind.TASK_SHEET).get(0));
    }

    private static String text(Paper paper) {
        return new String(paper.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void wrongSettingsAreRefused() {
        Papers papers = Papers.of(sealed, record).withOffice("{\"no_such\": 1}");
        SuijiException refused = assertThrows(SuijiException.class, () -> papers.make());
        assertTrue(refused.code().startsWith("report."), refused.code());
    }
}
