package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.suiji.Amendments;
import org.suiji.Commitment;
import org.suiji.DrawRecord;
import org.suiji.Evidence;
import org.suiji.Plan;
import org.suiji.PublicForm;
import org.suiji.Receipt;
import org.suiji.Suiji;

/** The day over HTTP, on a service that is killed between the steps, with two requests at once where that could do harm. */
class TheDay {
    private static final String SECRET = "SELECT secret FROM secret";

    private final String database = Database.create("day");
    private final Office office = new Office(Suiji.newSecret());

    TheDay() throws Exception {}

    private static List<String> both(CompletableFuture<HttpResponse<String>> one, CompletableFuture<HttpResponse<String>> other) {
        return List.of(one, other).stream().map(CompletableFuture::join).map(answer -> {
            assertTrue(answer.statusCode() / 100 == 2, answer.statusCode() + " " + answer.body());
            return answer.body();
        }).toList();
    }

    @Test
    void theDay() throws Exception {
        try (Service service = new Service(database)) {
            String plan = office.prepare(service);
            assertTrue(service.must(200, "office", "GET", plan + "/findings", "").startsWith("["));
            service.killAndStart();

            String draw = sealedTwiceAtOnce(service, plan);
            service.killAndStart();

            service.must(201, "office", "POST", draw + "/contributions", office.value());
            service.killAndStart();
            service.must(201, "witness", "POST", draw + "/contributions", Office.DICE);
            service.killAndStart();

            List<String> records =
                    both(service.begin("office", "POST", draw + "/record", ""), service.begin("office", "POST", draw + "/record", ""));
            assertEquals(records.get(0), records.get(1));
            service.killAndStart();
            assertEquals(records.get(0), service.must(200, "auditor", "GET", draw + "/record", ""));

            published(service, draw, DrawRecord.fromJson(records.get(0)));
            amended(service, draw, DrawRecord.fromJson(records.get(0)));
            changed(service, draw);
            for (String secret : Database.column(database, SECRET)) {
                assertFalse(service.log().contains(secret), "a secret is in the log");
            }
            for (String secret : List.of(office.nonce, Office.VALUE)) {
                assertFalse(service.log().contains(secret), secret + " is in the log");
            }
            for (String password : Service.PASSWORDS.values()) {
                assertFalse(service.log().contains(password), "a password is in the log");
            }
        }
    }

    /** Two are sealed at once: one comes first, and the other names it. */
    private String sealedTwiceAtOnce(Service service, String plan) throws Exception {
        String path = plan + "/commitments";
        List<Commitment> sealed =
                both(service.begin("office", "POST", path, office.ceremony()), service.begin("office", "POST", path, office.ceremony()))
                        .stream()
                        .map(Commitment::fromJson)
                        .toList();
        Commitment first = sealed.get(sealed.get(0).previous().isPresent() ? 1 : 0);
        Commitment second = sealed.get(sealed.get(0).previous().isPresent() ? 0 : 1);
        assertTrue(first.previous().isEmpty());
        assertEquals(first.digest(), second.previous().get());
        service.killAndStart();
        assertEquals(second.digest(), Commitment.fromJson(service.must(200, "", "GET", Office.path(second.toJson()), "")).digest());
        return Office.path(second.toJson());
    }

    /** Everybody reads the public form; a firm checks its receipt against it. */
    private void published(Service service, String draw, DrawRecord record) throws Exception {
        PublicForm form = PublicForm.fromJson(service.must(200, "", "GET", draw + "/public-form", ""));
        Plan plan = Plan.fromJson(Office.PLAN);
        assertEquals(5, form.selected("J1").get().size());
        assertEquals(2, record.draw("J1").get().reserves().size());
        Suiji.verifyPublic(form, Evidence.none().withPlan(plan).withCommitment(draw.replaceFirst(".*/", ""))).require();
        String[] lines = service.must(200, "auditor", "GET", draw + "/receipts?from=0&count=100", "").split("\n");
        assertEquals(40, lines.length);
        for (String line : lines) {
            Receipt receipt = Receipt.fromJson(line);
            receipt.check(form, plan).require();
            boolean selected = receipt.tasks().get(0).state().word().equals("selected");
            assertEquals(form.selected("J1").get().contains(receipt.entity()), selected, receipt.entity());
        }
        Receipt robert = Receipt.fromJson(service.must(200, "office", "GET", draw + "/receipts/A-07", ""));
        assertEquals(Office.ROBERT, robert.name().get());
    }

    /** An inspector is ill: who steps in is not chosen. Two amendments at once come one after the other. */
    private void amended(Service service, String draw, DrawRecord record) throws Exception {
        String lead = record.draw("J1").get().teams().get(0).members().get(0);
        String other = record.draw("J1").get().teams().get(1).members().get(0);
        String away = "[{\"kind\": \"away\", \"at\": \"2099-09-09T09:00:00+08:00\", \"approved_by\": \"分管副局长\", \"reason\": \"生病\","
                + " \"inspectors\": [\"%s\"]}]";
        assertNotEquals(lead, other);
        both(
                service.begin("office", "POST", draw + "/amendments", away.formatted(lead)),
                service.begin("office", "POST", draw + "/amendments", away.formatted(other)));
        service.killAndStart();
        String substitute = ("[{\"kind\": \"substitute\", \"at\": \"2099-09-09T09:30:00+08:00\", \"approved_by\": \"分管副局长\","
                        + " \"reason\": \"生病\", \"seats\": [{\"task\": \"J1\", \"entity\": \"%s\", \"seat\": 0}]}]")
                .formatted(record.draw("J1").get().selected().get(0).id());
        Amendments amendments = Amendments.fromJson(service.must(200, "office", "POST", draw + "/amendments", substitute));
        assertEquals(3, amendments.list().size());
        List<String> members = amendments.state(record).tasks().get(0).teams().get(0).members();
        assertEquals(2, members.size());
        assertFalse(members.contains(lead) || members.contains(other), "an inspector who is away steps in");
        assertTrue(service.must(200, "auditor", "GET", draw + "/state", "").contains("\"" + members.get(0) + "\""));
        assertTrue(service.must(200, "auditor", "GET", draw + "/report", "").contains("\"verdict\": \"holds\""));
    }

    /** The registry of today differs from the sealed one in one row; the sealed one is still there. */
    private void changed(Service service, String draw) throws Exception {
        assertEquals("[]", service.must(200, "office", "GET", draw + "/changes", ""));
        service.must(204, "office", "PUT", "/registry", Office.registry("样例企业改名"));
        String changes = service.must(200, "office", "GET", draw + "/changes", "");
        assertTrue(changes.contains("A-07") && changes.contains("\"changed\"") && !changes.contains("A-08"), changes);
        assertTrue(service.must(200, "auditor", "GET", draw + "/report", "").contains("\"verdict\": \"holds\""));
    }
}
