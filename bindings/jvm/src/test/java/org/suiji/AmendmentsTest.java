package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After the draw: requests from JSON and from values, amendments, and the resulting state. */
class AmendmentsTest {
    private static final String PLAN = "{\"title\": \"样例计划\", \"authority\": \"样例县工信局\", \"year\": 2024,"
            + " \"tasks\": [{\"id\": \"J1\", \"name\": \"抽查\", \"quota\": {\"count\": 2}, \"reserves\": 2,"
            + " \"team\": {\"seats\": [{\"department\": \"县工信局\", \"count\": 2}]}}]}";
    private static final OffsetDateTime DAY = OffsetDateTime.parse("2024-09-10T09:00:00+08:00");
    private static final String HEAD = "工信局长";

    private Sealed sealed;
    private DrawRecord record;
    private String entity;

    /** Four entities, two of them drawn, and three inspectors for teams of two. */
    @BeforeEach
    void draw() throws SuijiException {
        TableBuilder<Registry> entities = Registry.builder();
        for (int number = 1; number <= 4; number++) {
            entities.row().text("id", "A-" + number).text("name", "样例企业" + number);
        }
        TableBuilder<Roster> inspectors = Roster.builder();
        for (int number = 1; number <= 3; number++) {
            inspectors.row().text("id", "Z-" + number).text("name", "样例人员" + number).text("department", "县工信局");
        }
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)))
                .withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00+08:00"));
        try (Inputs inputs = Inputs.of(
                Plan.fromJson(PLAN), entities.finish(), inspectors.finish(), History.fromJsonLines(new byte[0]))) {
            sealed = Suiji.seal(inputs, ceremony);
        }
        Contribution thrown = sealed.commitment()
                .arrange(0, 3, 5, 6, 2, 4, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6, 1, 2, 3);
        record = sealed.draw(Contributions.of(sealed.commitment().digest(), thrown));
        entity = record.draw("J1").get().selected().get(0).id();
    }

    @AfterEach
    void close() {
        sealed.close();
        record.close();
    }

    private List<String> members() {
        return record.draw("J1").get().teams().get(0).members();
    }

    private String notInTheTeam() {
        return Arrays.asList("Z-1", "Z-2", "Z-3").stream()
                .filter(id -> !members().contains(id))
                .findFirst()
                .get();
    }

    @Test
    void theOnlyOtherInspectorStepsIn() throws Exception {
        Seat lead = Seat.of("J1", entity, 0);
        Amendments amendments = sealed.amend(
                record, Collections.singletonList(Request.substitute(DAY, HEAD, "生病", Collections.singletonList(lead))));
        Amendment amendment = amendments.list().get(0);
        assertEquals(AmendmentKind.SUBSTITUTE, amendment.kind());
        assertEquals(record.digest(), amendments.record());
        assertEquals(record.digest(), amendment.previous());
        assertEquals(Arrays.asList(DAY, HEAD, "生病"), Arrays.asList(amendment.at(), amendment.approvedBy(), amendment.reason()));
        Substitution seat = amendment.seats().get(0);
        assertEquals(members().get(0), seat.leaves());
        assertEquals(Optional.of(notInTheTeam()), seat.inspector());
        assertEquals(Optional.of(notInTheTeam()), amendments.state(record).team("J1", entity).get().lead());
        assertEquals(Optional.of(members().get(0)), record.state().team("J1", entity).get().lead());
    }

    /** As in EMBEDDING.md: only away keeps the seats, only substitute allows new ones. */
    @Test
    void whoIsAwayAndLeavesAllSeatsHoldsNone() throws Exception {
        String ill = members().get(0);
        AmendedState before = record.state();
        List<Seat> seats = before.seatsOf(ill);
        assertTrue(seats.contains(Seat.of("J1", entity, 0)), seats::toString);
        assertEquals(before.seatsHeld(ill), seats.size());
        assertEquals(Collections.emptyList(), before.seatsOf("missing"));
        Request away = Request.away(DAY, HEAD, "生病", Collections.singletonList(ill));
        assertEquals(seats, sealed.amend(record, Collections.singletonList(away)).state(record).seatsOf(ill));
        AmendedState after = sealed.amend(record, Arrays.asList(away, Request.substitute(DAY, HEAD, "生病", seats))).state(record);
        assertEquals(Collections.emptyList(), after.seatsOf(ill));
        assertEquals(Optional.of(notInTheTeam()), after.team("J1", entity).get().lead());
    }

    @Test
    void requestsNameTheListThatIsEmpty() {
        SuijiException refused = assertThrows(
                SuijiException.class, () -> Request.substitute(DAY, HEAD, "生病", Collections.emptyList()));
        assertEquals(Arrays.asList("json.empty", "$[0].seats"), Arrays.asList(refused.code(), refused.faults().get(0).place().path()));
        assertTrue(refused.messageZh().contains("seats"), refused.messageZh());
        refused = assertThrows(SuijiException.class, () -> Request.away(DAY, HEAD, "生病", Collections.emptyList()));
        assertEquals("$[0].inspectors", refused.faults().get(0).place().path());
    }

    @Test
    void aVacantSeatIsFilledByHand() throws Exception {
        Seat lead = Seat.of("J1", entity, 0);
        Amendments vacant = sealed.amend(record, Arrays.asList(
                Request.away(DAY, HEAD, "培训", Collections.singletonList(notInTheTeam())),
                Request.substitute(DAY, HEAD, "生病", Collections.singletonList(lead))));
        assertEquals(Optional.empty(), vacant.state(record).team("J1", entity).get().lead());
        Amendments filled = sealed.amend(
                record, vacant, Collections.singletonList(Request.byHand(DAY.plusDays(1), HEAD, "借调", lead, "X-9")));
        assertEquals(3, filled.list().size());
        assertEquals(vacant.digest(record.commitment()), filled.list().get(2).previous());
        assertEquals(Optional.of("X-9"), filled.list().get(2).inspector());
        assertEquals(0, filled.list().get(2).seat().getAsLong());
        AmendedState state = filled.state(record);
        assertEquals(Arrays.asList(Optional.of("X-9"), Optional.of(members().get(1))),
                state.team("J1", entity).get().seats());
        assertEquals(Collections.singletonList(notInTheTeam()), state.away());
        assertEquals(1, state.seatsHeld("X-9"));
        assertEquals(0, state.seatsHeld("missing"));
    }

    @Test
    void theFirstReserveIsVisitedInAddition() throws Exception {
        String reserve = record.draw("J1").get().reserves().get(0).id();
        Amendments amendments = sealed.amend(
                record, Collections.singletonList(Request.reserve(DAY, HEAD, "歇业", "J1", entity)));
        Amendment amendment = amendments.list().get(0);
        assertEquals(Optional.of(reserve), amendment.reserve());
        assertEquals(2, amendment.members().size());
        AmendedState state = amendments.state(record);
        assertEquals(3, state.teams("J1").size());
        assertTrue(state.team("J1", entity).get().isReplaced());
        assertTrue(state.team("J1", reserve).get().isReserve());
        assertEquals(Optional.empty(), state.team("J1", "missing"));
        assertTrue(state.teams("missing").isEmpty());
    }

    @Test
    void requestsFromJsonMakeTheSameAmendments() throws Exception {
        String json = "[{\"kind\": \"reserve\", \"at\": \"2024-09-10T09:00:00+08:00\", \"approved_by\": \"工信局长\","
                + " \"reason\": \"歇业\", \"task\": \"J1\", \"entity\": \"" + entity + "\"}]";
        Amendments expected = sealed.amend(
                record, Collections.singletonList(Request.reserve(DAY, HEAD, "歇业", "J1", entity)));
        assertEquals(expected.toJson(), sealed.amend(record, Request.fromJson(json)).toJson());
        assertEquals(expected.toJson(), Amendments.fromJson(expected.toJson()).toJson());
    }

    @Test
    void changedAmendmentsDoNotPass() throws Exception {
        Amendments amendments = sealed.amend(
                record, Collections.singletonList(Request.reserve(DAY, HEAD, "歇业", "J1", entity)));
        assertEquals(Verdict.INCOMPLETE, Suiji.verify(record, Evidence.none().withAmendments(amendments)).verdict());
        String reserve = record.draw("J1").get().reserves().get(0).id();
        String other = record.draw("J1").get().reserves().get(1).id();
        Amendments changed = Amendments.fromJson(amendments.toJson().replace(reserve, other));
        Report report = Suiji.verify(record, Evidence.none().withAmendments(changed));
        assertEquals(Verdict.FAILS, report.verdict());
        assertThrows(SuijiException.class, () -> changed.state(record));
    }

    @Test
    void notedValuesAreCompared() throws Exception {
        String noted = record.digest();
        String other = sealed.commitment().digest();
        PublicForm publicForm = PublicForm.of(record);
        Evidence right = Evidence.none()
                .withRecord(noted).withContributions(record.contributions()).withPublicForm(publicForm);
        assertEquals(Verdict.INCOMPLETE, Suiji.verify(record, right).verdict());
        assertEquals(Verdict.FAILS, Suiji.verify(record, right.withRecord(other)).verdict());
    }

    @Test
    void otherInputsAreNoFaultOfTheRecord() throws Exception {
        Plan other = Plan.fromJson(PLAN.replace("样例计划", "另一计划"));
        assertEquals(Verdict.OTHER_INPUTS, Suiji.verify(record, Evidence.none().withPlan(other)).verdict());
    }

    @Test
    void invalidRequestsAreRefused() throws Exception {
        List<Request> unknown = Collections.singletonList(
                Request.away(DAY, HEAD, "培训", Collections.singletonList("Z-9")));
        SuijiException refused = assertThrows(SuijiException.class, () -> sealed.amend(record, unknown));
        assertEquals("amendments.unknown-inspector", refused.code());
        refused = assertThrows(SuijiException.class, () -> Request.reserve(DAY, HEAD, " ", "J1", entity));
        assertTrue(refused.code().startsWith("text."), refused.code());
        refused = assertThrows(
                SuijiException.class, () -> Request.byHand(DAY, HEAD, "借调", Seat.of("J1", entity, -1), "X-9"));
        assertEquals("json.range", refused.code());
        assertThrows(NullPointerException.class, () -> Request.reserve(DAY, HEAD, "歇业", null, entity));
        assertThrows(NullPointerException.class, () -> sealed.amend(record, Collections.singletonList(null)));
    }

    static List<Vector> amendments() throws IOException {
        return Vector.of("amendments");
    }

    @ParameterizedTest
    @MethodSource("amendments")
    void amendmentsMatchVector(Vector vector) throws Exception {
        Documents documents = vector.documents();
        try (Sealed sealed = documents.seal();
                DrawRecord record = sealed.draw(documents.contributions())) {
            JsonNode expected = vector.get("expected").get("amendments");
            Amendments amendments = sealed.amend(record, documents.requests());
            assertEquals(expected, Documents.JSON.readTree(amendments.toJson()));
            AmendedState state = amendments.state(record);
            state.held().forEach((inspector, seats) -> assertEquals(seats, state.seatsOf(inspector).size(), inspector));
            for (JsonNode refused : vector.get("refused")) {
                ArrayNode requests = Documents.JSON.readTree(documents.bytes("requests.json")).deepCopy();
                requests.add(refused.get("request"));
                SuijiException error = assertThrows(
                        SuijiException.class, () -> sealed.amend(record, Request.fromJson(requests.toString())));
                assertEquals(refused.get("code").textValue(), error.code(), refused.get("name").textValue());
            }
            for (JsonNode changed : vector.get("changed")) {
                String document = Vector.patched(expected, changed.get("patch")).toString();
                SuijiException error = assertThrows(
                        SuijiException.class,
                        () -> Amendments.fromJson(document).state(record));
                assertEquals(changed.get("code").textValue(), error.code(), changed.get("name").textValue());
            }
        }
    }
}
