package org.suiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
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

    @BeforeEach
    void draw() {
        TableBuilder<Registry> entities = Registry.builder();
        entities.row().text("id", "A-1").text("name", "样例企业一");
        entities.row().text("id", "A-2").text("name", "样例企业二");
        TableBuilder<Roster> inspectors = Roster.builder();
        inspectors.row().text("id", "Z-1").text("name", "样例人员一").text("department", "县工信局");
        inspectors.row().text("id", "Z-2").text("name", "样例人员二").text("department", "县工信局");
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00+08:00"));
        try (Inputs inputs = Inputs.of(Plan.fromJson(PLAN), entities.finish(), inspectors.finish(), History.empty())) {
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
        assertEquals(EnumSet.complementOf(EnumSet.of(PaperKind.LETTER)), kinds(papers));
        assertEquals("index.html", papers.get(papers.size() - 1).name());
        for (Paper paper : papers) {
            assertEquals(paper.kind() == PaperKind.ANNOUNCEMENT, paper.isPublic(), paper.name());
            assertTrue(paper.name().endsWith("." + paper.form().word()) && !paper.title().isEmpty(), paper.name());
        }
        Paper minutes = papers.get(0);
        assertEquals(PaperKind.MINUTES, minutes.kind());
        assertTrue(new String(minutes.bytes(), StandardCharsets.UTF_8).contains("样例会议室"));
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
    void wrongSettingsAreRefused() {
        Papers papers = Papers.of(sealed, record).withOffice("{\"no_such\": 1}");
        SuijiException refused = assertThrows(SuijiException.class, () -> papers.make());
        assertTrue(refused.code().startsWith("report."), refused.code());
    }
}
