package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results of inspections: read, written, compared with the record, counted, and used for the next draw. */
class ResultsTest {
    private static final String PLAN = "{\"title\": \"样例计划\", \"authority\": \"样例县工信局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"抽查\", \"quota\": {\"count\": 3}}]}";

    private Sealed sealed;
    private DrawRecord record;
    private List<DrawnEntity> selected;

    /** Four entities. Three are drawn. */
    @BeforeEach
    void draw() {
        TableBuilder<Registry> entities = Registry.builder();
        for (int number = 1; number <= 4; number++) {
            entities.row().text("id", "A-" + number).text("name", "样例企业" + number);
        }
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00+08:00"));
        try (Inputs inputs = Inputs.of(Plan.fromJson(PLAN), entities.finish(), Roster.fromJsonLines(new byte[0]), History.empty())) {
            sealed = Suiji.seal(inputs, ceremony);
        }
        Contribution thrown = sealed.commitment().arrange(0, 3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3);
        record = sealed.draw(Contributions.of(sealed.commitment().digest(), thrown));
        selected = record.draw("J1").get().selected();
    }

    @AfterEach
    void close() {
        sealed.close();
        record.close();
    }

    /** The first entity has no problem, the second has closed. */
    private Results results() {
        Inspection first = Inspection.of("J1", selected.get(0).id(), LocalDate.parse("2024-09-10"), Collections.singletonList("no_problem"))
                .withPublished(LocalDate.parse("2024-09-20"));
        Inspection second = Inspection.of("J1", selected.get(1).id(), LocalDate.parse("2024-09-11"), Collections.singletonList("X1"))
                .withNote("样例");
        return Results.of(record)
                .withOwnOutcomes(OwnOutcome.of("X1", "样例已停业", OutcomeGroup.CLOSED))
                .withInspections(first)
                .withInspections(second);
    }

    @Test
    void resultsAreADocument() {
        Results results = results();
        assertEquals(results, Results.fromJson(results.toJson()));
        assertEquals(record.digest(), results.record());
        assertEquals(2, results.inspections().size());
        assertEquals(Optional.of(LocalDate.parse("2024-09-20")), results.inspections().get(0).published());
        assertEquals(Optional.of("样例"), results.inspections().get(1).note());
        assertEquals(OutcomeGroup.CLOSED, results.ownOutcomes().get(0).group());
        assertEquals("样例移交", results.withOwnMeasures(OwnMeasure.of("Y1", "样例移交")).ownMeasures().get(0).name());
    }

    @Test
    void resultsAreComparedWithTheRecord() {
        assertFalse(results().check(record).stream().anyMatch(finding -> finding.severity() == Severity.ERROR));
        List<Finding> findings = results().check(record, null, Plan.fromJson(PLAN), LocalDate.parse("2024-09-10"));
        assertTrue(findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR), "the second is later than today");
        Results other = Results.fromJson(results().toJson().replace(record.digest(), sealed.commitment().digest()));
        assertEquals("results.other-record", assertThrows(SuijiException.class, () -> other.check(record)).code());
    }

    @Test
    void aStatusCounts() {
        InspectionStatus status = results().status(record);
        assertEquals(3, status.total().drawn());
        assertEquals(1, status.total().open());
        assertEquals(1, status.total().clear());
        assertEquals(1, status.total().closed());
        assertEquals(1, status.total().published());
        TaskStatus task = status.tasks().get(0);
        assertEquals("J1", task.task());
        assertEquals(Collections.singletonList(selected.get(2).id()), task.openEntities());
        assertEquals(3, task.strata().get(0).drawn());
    }

    @Test
    void laterResultsReplaceEarlierOnes() {
        Inspection third = Inspection.of("J1", selected.get(2).id(), LocalDate.parse("2024-09-12"), Collections.singletonList("no_problem"));
        assertEquals(3, results().update(Results.of(record).withInspections(third)).inspections().size());
        assertEquals(results(), results().update(results()));
    }

    @Test
    void resultsBecomeTheNextHistory() {
        try (History visits = results().visits(record, null, null)) {
            // The second entity was closed, so nobody visited it.
            assertEquals(2, visits.len());
            try (History none = results().visits(record, null, visits)) {
                assertEquals(0, none.len());
            }
        }
    }

    @Test
    void differencesOfTwoPlansAreToldInWords() {
        Plan plan = Plan.fromJson(PLAN);
        assertEquals(Collections.emptyList(), plan.changes(Plan.fromJson(plan.toJson())));
        PlanChange change = plan.changes(Plan.fromJson(PLAN.replace("抽查", "样例抽查"))).get(0);
        assertEquals(PlanChangeKind.CHANGED, change.kind());
        assertEquals(Optional.of("J1"), change.task());
        assertEquals(Optional.of("name"), change.field());
        assertTrue(change.messageZh().contains("样例抽查") && change.message().contains("J1"), change.message());
        PlanChange year = plan.changes(Plan.fromJson(PLAN.replace("2024", "2025"))).get(0);
        assertEquals(Optional.empty(), year.task());
        assertEquals(Optional.of("year"), year.field());
    }

    @Test
    void everyEntityIsARowOfFrameAndSample() {
        List<SampleRow> frame = sealed.frame("J1");
        List<SampleRow> sample = record.sample(sealed, "J1");
        assertEquals(4, frame.size());
        assertEquals(4, sample.size());
        for (int row = 0; row < 4; row++) {
            assertEquals("A-" + (row + 1), frame.get(row).id());
            assertEquals(SampleState.IN_FRAME, frame.get(row).state());
            assertEquals("3/4", frame.get(row).probability().get().toString());
            assertFalse(frame.get(row).ticket().isPresent());
            boolean isSelected = sample.get(row).state() == SampleState.SELECTED;
            assertEquals(isSelected, sample.get(row).rank().getAsLong() <= 3);
            assertEquals(64, sample.get(row).ticket().get().length());
        }
        List<SampleRow> drawn = record.sample("J1");
        assertEquals(3, drawn.size());
        for (DrawnEntity entity : selected) {
            assertTrue(drawn.stream().anyMatch(row -> row.id().equals(entity.id()) && row.ticket().get().equals(entity.ticket())));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> frame.get(4));
        assertThrows(IndexOutOfBoundsException.class, () -> frame.get(-1));
        assertThrows(IllegalArgumentException.class, () -> sealed.frame("missing"));
        assertThrows(IllegalArgumentException.class, () -> record.sample(sealed, "missing"));
    }
}
