package org.suiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Values are made, read back, compared, and written by Jackson. */
class ValuesTest {
    private static final String DIGEST = String.join("", Collections.nCopies(32, "0f"));

    private static Documents documents() throws Exception {
        return Documents.ofFolder(Vector.FOLDER.resolve("cases/01"));
    }

    private static Task task() {
        SeatGroup officers = SeatGroup.of("县工信局", 2).withSkills("汽车").withRole("主办");
        Team team = Team.of(officers).withLeadRequired(true).withDistrict(DistrictRule.OTHER).withRotationFrom(LocalDate.of(2023, 1, 1));
        Risk risk = Risk.of().withMinimum(Collections.singletonMap("high", "20%")).withWeights(Collections.singletonMap("high", 3L));
        return Task.of("J1", "样例抽查")
                .withKind(TaskKind.JOINT)
                .withTargeting(Targeting.UNTARGETED)
                .withItems("登记事项", "广告")
                .withScope(Scope.of().withDistricts("1405").withEstablishedBefore(LocalDate.of(2024, 1, 1)))
                .withQuota(Quota.atLeast("5%").withMin(3))
                .withLimits(Limit.of("once", 1).withClasses("low"))
                .withRisk(risk)
                .withReserves(2)
                .withTeam(team)
                .withMode(Mode.of("county", "county"));
    }

    private static Plan plan() {
        return Plan.builder("样例计划", "样例县工信局", 2024)
                .withTask(task())
                .withWindow(Window.of(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 11, 30)))
                .withMaxLoad(12)
                .withBasis("样例通知")
                .withExtra("联系人", "样例")
                .build();
    }

    @Test
    void whatIsSetInAPlanCanBeRead() {
        Plan plan = plan();
        assertEquals(Arrays.asList("样例计划", "样例县工信局", 2024), Arrays.asList(plan.title(), plan.authority(), plan.year()));
        assertEquals(Collections.singletonList(task()), plan.tasks());
        Task task = plan.task("J1").get();
        assertEquals(Optional.of(TaskKind.JOINT), task.kind());
        assertEquals(Arrays.asList("登记事项", "广告"), task.items());
        assertEquals("5%", task.quota().get().atLeast().get());
        assertEquals(3, task.quota().get().min().getAsLong());
        assertEquals(2, task.reserves());
        assertEquals(Collections.singletonMap("high", 3L), task.risk().get().weights());
        assertEquals(LocalDate.of(2024, 1, 1), task.scope().get().establishedBefore().get());
        Team team = task.team().get();
        assertTrue(team.leadRequired());
        assertEquals(Optional.of(DistrictRule.OTHER), team.district());
        assertEquals(Collections.singletonList("汽车"), team.seats().get(0).skills());
        assertFalse(team.seats().get(0).expert());
        assertEquals(12, plan.maxLoad().getAsLong());
        assertEquals(Collections.singletonMap("联系人", "样例"), plan.extra());
        assertEquals(Optional.empty(), plan.documentNumber());
    }

    @Test
    void aPlanIsCheckedWhenItIsBuilt() {
        PlanBuilder builder = Plan.builder("", "样例县工信局", 2024).withTask(Task.of("J 1", "样例").withQuota(Quota.exactly("5.0%")));
        SuijiException refused = assertThrows(SuijiException.class, builder::build);
        List<String> codes = refused.faults().stream().map(Fault::code).sorted().collect(Collectors.toList());
        assertEquals(Arrays.asList("id.form", "ratio.form", "text.empty"), codes);
    }

    @Test
    void valuesAreEqualIfTheirContentsAre() throws Exception {
        assertEquals(plan(), plan());
        assertEquals(plan().hashCode(), plan().hashCode());
        assertEquals(plan(), Plan.fromJson(new String(plan().canonical(), "UTF-8")));
        assertEquals(task(), task());
        assertEquals(task().hashCode(), task().hashCode());
        assertNotEquals(task(), task().withReserves(3));
        assertNotEquals(task(), null);
        try (Sealed sealed = documents().seal();
                DrawRecord record = sealed.draw(documents().contributions());
                DrawRecord read = DrawRecord.fromJson(record.toJson())) {
            assertEquals(record, read);
            assertEquals(record.hashCode(), read.hashCode());
            assertEquals(record.draws(), read.draws());
            assertEquals(sealed.commitment(), record.commitment());
            assertEquals(documents().contributions(), record.contributions());
            assertNotEquals(sealed.commitment(), plan());
        }
    }

    @Test
    void valuesCannotBeChanged() {
        Map<String, String> minimum = new LinkedHashMap<>(Collections.singletonMap("high", "20%"));
        Risk risk = Risk.of().withMinimum(minimum);
        minimum.clear();
        assertEquals(1, risk.minimum().size());
        assertThrows(UnsupportedOperationException.class, () -> risk.minimum().clear());
        assertThrows(UnsupportedOperationException.class, () -> task().items().add("x"));
        Task task = task();
        task.withReserves(9);
        assertEquals(2, task.reserves());
    }

    @Test
    void wordsAreThoseOfTheJson() {
        assertEquals("other_inputs", Verdict.OTHER_INPUTS.word());
        assertEquals(State.NOT_SELECTED, State.of("not_selected"));
        assertThrows(IllegalArgumentException.class, () -> Hash.of("md5"));
    }

    @Test
    void rowsMakeTablesAndTablesGiveRows() {
        Entity first = Entity.of("A-2", "样例二厂").withRiskClass("low").withCategories("加油站").withExtra(Collections.singletonMap("电话", "1"));
        Entity second = Entity.of("A-1", "样例一厂").withStatus(Status.INACTIVE);
        try (Registry registry = Registry.of(Arrays.asList(first, second));
                Registry again = Registry.fromJsonLines(registry.toJsonLines())) {
            assertEquals(2, registry.len());
            assertEquals(Arrays.asList("A-1", "A-2"), registry.ids(0, 10));
            assertEquals(Collections.singletonList("A-2"), registry.ids(1, 10));
            assertEquals(first, registry.entity("A-2").get());
            assertEquals(Optional.of("low"), again.entity("A-2").get().riskClass());
            assertEquals(Optional.empty(), registry.entity("A-3"));
        }
        Inspector inspector = Inspector.of("Z-1", "样例", "县工信局").withLead(true).withSkills("汽车").withLoad(2);
        try (Roster roster = Roster.of(Collections.singletonList(inspector))) {
            assertEquals(inspector, roster.inspector("Z-1").get());
        }
        try (History history = History.of(Arrays.asList(Visit.of("A-1", "J1", LocalDate.of(2024, 2, 29)).withBy("县")))) {
            assertEquals(1, history.len());
        }
    }

    @Test
    void changesNameRowsAndColumns() throws Exception {
        Entity first = Entity.of("A-1", "样例一");
        try (Registry before = Registry.of(Arrays.asList(first, Entity.of("A-2", "样例二")));
                Registry after = Registry.of(Arrays.asList(Entity.of("A-3", "样例三"), first.withCategories("汽车")))) {
            List<RowChange> changes = before.changes(after, 9);
            assertEquals(
                    Arrays.asList(RowChangeKind.CHANGED, RowChangeKind.REMOVED, RowChangeKind.ADDED),
                    changes.stream().map(RowChange::kind).collect(Collectors.toList()));
            assertEquals(Collections.singletonList("categories"), changes.get(0).columns());
            assertEquals(2, changes.get(0).row().getAsLong());
            assertEquals("A-2", changes.get(1).id());
            assertEquals(changes.subList(0, 1), before.changes(after, 1));
            assertEquals(Collections.emptyList(), after.changes(after, 9));
        }
    }

    @Test
    void findingsNameRowsAndIds() {
        Plan plan = Plan.builder("样例计划", "样例县工信局", 2024)
                .withTask(Task.of("J1", "样例抽查").withQuota(Quota.exactly("50%")))
                .build();
        Entity other = Entity.of("A-2", "样例二厂");
        try (Registry registry = Registry.of(Arrays.asList(Entity.of("A-3", "样例一厂"), other, Entity.of("A-1", "样例一厂")));
                Inputs inputs = Inputs.of(plan, registry, Roster.empty(), History.empty())) {
            Finding twice = inputs.findings().stream()
                    .filter(finding -> finding.code().equals("registry.same-name")).findFirst().get();
            assertEquals(Arrays.asList(1L, 3L), twice.rows());
            assertEquals(Arrays.asList("A-3", "A-1"), twice.ids());
            assertEquals(Optional.of("A-3"), twice.place().id());
        }
    }

    @Test
    void otherInputsAreComparedRowByRow() throws Exception {
        try (Sealed sealed = documents().seal();
                Inputs inputs = documents().inputs();
                Registry registry = inputs.registry();
                Inputs others = Inputs.of(inputs.plan(), registry, inputs.roster(), History.empty())) {
            sealed.checkInputs(inputs);
            SuijiException refused = assertThrows(SuijiException.class, () -> sealed.checkInputs(others));
            assertEquals("sealed.row-removed", refused.code());
            assertEquals(8, refused.faultCount());
            Run run = Run.standard().onProgress(progress -> false);
            assertEquals("cancelled", assertThrows(SuijiException.class, () -> sealed.checkInputs(others, run)).code());
        }
    }

    @Test
    void contributionsComeOneByOne() throws Exception {
        String dice = "[{\"source\": 1, \"kind\": \"live\", \"numbers\": [[1, 2]]}]";
        PlacedContribution one = PlacedContribution.fromJson(dice).get(0);
        assertEquals(PlacedContribution.of(1, Contribution.live(1, 2)), one);
        SuijiException refused = assertThrows(SuijiException.class, () -> PlacedContribution.fromJson(dice.replace("source", "from")));
        assertEquals("json.missing-field", refused.code());
        try (Sealed sealed = documents().seal()) {
            Commitment commitment = sealed.commitment();
            List<PlacedContribution> placed = new ArrayList<>();
            documents().contributions().contributions().forEach(given -> placed.add(PlacedContribution.of(placed.size(), given)));
            Collections.reverse(placed);
            assertEquals(documents().contributions(), Contributions.of(commitment, placed));
            refused = assertThrows(SuijiException.class, () -> Contributions.of(commitment, placed.subList(1, placed.size())));
            assertEquals("contributions.count", refused.code());
            refused = assertThrows(SuijiException.class, () -> Contributions.of(commitment, Collections.emptyList()));
            assertEquals("contributions.count", refused.code());
        }
    }

    @Test
    void receiptsInBulkAreThoseMadeOneByOne() throws Exception {
        try (Sealed sealed = documents().seal();
                DrawRecord record = sealed.draw(documents().contributions());
                Inputs inputs = documents().inputs();
                Registry registry = inputs.registry()) {
            List<String> ids = registry.ids(0, 1000);
            assertEquals(registry.len(), ids.size());
            List<Receipt> receipts = sealed.receipts(record, ids);
            assertEquals(ids, receipts.stream().map(Receipt::entity).collect(Collectors.toList()));
            for (int at = 0; at < ids.size(); at++) {
                assertEquals(sealed.receipt(record, ids.get(at)), receipts.get(at));
            }
        }
    }

    @Test
    void jacksonWritesAndReadsDocuments() throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new SuijiModule());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("plan", plan());
        answer.put("task", task());
        answer.put("verdict", Verdict.OTHER_INPUTS);
        com.fasterxml.jackson.databind.JsonNode written = mapper.readTree(mapper.writeValueAsString(answer));
        assertEquals("other_inputs", written.get("verdict").textValue());
        assertEquals(written.get("plan").get("tasks").get(0), written.get("task"));
        assertEquals(plan(), mapper.treeToValue(written.get("plan"), Plan.class));
        JsonMappingException refused = assertThrows(JsonMappingException.class, () -> mapper.readValue("{}", Plan.class));
        assertEquals("json.missing-field", ((SuijiException) refused.getCause()).code());
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6)));
        assertEquals(ceremony, mapper.readValue(ceremony.toJsonWithSecret(), Ceremony.class));
        assertThrows(JsonMappingException.class, () -> mapper.writeValueAsString(ceremony));
    }

    @Test
    void jacksonReadsListsWithAllTheirFaults() throws Exception {
        ObjectMapper mapper = new ObjectMapper().registerModule(new SuijiModule());
        OffsetDateTime day = OffsetDateTime.parse("2024-09-10T09:00:00+08:00");
        Request away = Request.away(day, "样例局长", "生病", Collections.singletonList("Z-1"));
        Request back = Request.back(day, "样例局长", "病愈", Collections.singletonList("Z-1"));
        String list = "[" + away.toJson() + "," + back.toJson() + "]";
        TypeReference<List<Request>> requests = new TypeReference<List<Request>>() {};
        assertEquals(Arrays.asList(away, back), mapper.readValue(list, requests));
        assertEquals(away, mapper.readValue(away.toJson(), Request.class));
        JsonMappingException refused = assertThrows(
                JsonMappingException.class, () -> mapper.readValue(list.replace("Z-1", "Z 1").replace("病愈", " "), requests));
        List<String> places = ((SuijiException) refused.getCause())
                .faults().stream().map(fault -> fault.place().path()).collect(Collectors.toList());
        assertEquals(Arrays.asList("$[0].inspectors[0]", "$[1].reason", "$[1].inspectors[0]"), places);
        PlacedContribution dice = PlacedContribution.of(1, Contribution.live(1, 2));
        assertEquals(
                Collections.singletonList(dice),
                mapper.readValue("[" + dice.toJson() + "]", new TypeReference<List<PlacedContribution>>() {}));
        assertEquals(dice, mapper.readValue(dice.toJson(), PlacedContribution.class));
        assertEquals(Arrays.asList("a", "b"), mapper.readValue("[\"a\", \"b\"]", new TypeReference<List<String>>() {}));
    }

    /** Java 8 has no messages of its own for null. */
    @Test
    void nullIsNamed() {
        String none = null;
        byte[] noBytes = null;
        List<Executable> calls = Arrays.asList(
                () -> Plan.fromJson(none), () -> Ceremony.fromJson(none), () -> Commitment.fromJson(none),
                () -> Contributions.fromJson(none), () -> PlacedContribution.fromJson(none), () -> DrawRecord.fromJson(none),
                () -> PublicForm.fromJson(none), () -> Receipt.fromJson(none), () -> Amendments.fromJson(none),
                () -> Request.fromJson(none), () -> Plan.fromJson(noBytes), () -> Request.fromJson(noBytes),
                () -> DrawRecord.fromJson(noBytes));
        for (Executable call : calls) {
            assertEquals("json", assertThrows(NullPointerException.class, call).getMessage());
        }
        assertEquals("lines", assertThrows(NullPointerException.class, () -> Registry.fromJsonLines(noBytes)).getMessage());
        assertEquals("csv", assertThrows(NullPointerException.class, () -> Roster.fromCsv(noBytes)).getMessage());
    }

    @Test
    void secretsAreNotShownInLogs() {
        String secret = Suiji.newSecret();
        Ceremony ceremony = Ceremony.of(Hash.SM3, Source.live(By.PUBLIC, "掷骰", Part.of(20, 1, 6))).withSecret(secret);
        assertEquals(Optional.of(secret), ceremony.secret());
        Contribution committed = Contribution.committed(secret, "三六五");
        Object[] shown = {ceremony, committed, Contributions.of(DIGEST, committed), PlacedContribution.of(0, committed),
            Superseded.of(DIGEST, "x", "y").withContributions(Contributions.of(DIGEST, committed))};
        for (Object one : shown) {
            assertFalse(one.toString().contains(secret), one::toString);
            assertFalse(one.toString().contains("三六五"), one::toString);
        }
    }

    @Test
    void committedSourceGetsItsCommitment() {
        String nonce = Suiji.newSecret();
        String commitment = Contribution.commitment(Hash.SM3, nonce, "三六五");
        String json = "{\"hash\": \"sm3\", \"sources\": [{\"kind\": \"committed\", \"by\": \"office\", \"name\": \"样例\"}]}";
        Ceremony ceremony = Ceremony.fromJson(json).withCommitment(0, commitment).withSealedAt(OffsetDateTime.parse("2024-09-02T09:00:00Z"));
        assertEquals(Optional.of(commitment), ceremony.sources().get(0).commitment());
        assertEquals("2024-09-02T09:00Z", ceremony.sealedAt().get().toString());
    }
}
