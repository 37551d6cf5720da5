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
import org.suiji.Draw;
import org.suiji.DrawRecord;
import org.suiji.Evidence;
import org.suiji.Plan;
import org.suiji.PublicForm;
import org.suiji.Receipt;
import org.suiji.Suiji;
import org.suiji.Verdict;

/** The day of a draw over HTTP. The service is killed between the steps, and gets two requests at once where this could do harm. */
class TheDay {
    private static final String SECRET = "SELECT secret FROM secret";

    private final String database = Database.create("day");

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
            Office.prepare(service);
            List<Office> offices = List.of(Office.planned(service), Office.planned(service));
            assertTrue(service.must(200, "office", "GET", offices.get(0).planned + "/findings", "").startsWith("["));
            service.killAndStart();

            Office office = sealedTwiceAtOnce(service, offices);
            String draw = office.draw;
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

            published(service, office, DrawRecord.fromJson(records.get(0)));
            amended(service, office, DrawRecord.fromJson(records.get(0)));
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

    /** Seals two commitments at once. One comes first, and the other names it. Returns the second one. */
    private static Office sealedTwiceAtOnce(Service service, List<Office> offices) throws Exception {
        List<String> sealed = both(
                service.begin("office", "POST", offices.get(0).planned + "/commitments", offices.get(0).ceremony()),
                service.begin("office", "POST", offices.get(1).planned + "/commitments", offices.get(1).ceremony()));
        List<Commitment> commitments = List.of(offices.get(0).isSealed(sealed.get(0)), offices.get(1).isSealed(sealed.get(1)));
        int second = commitments.get(0).previous().isPresent() ? 0 : 1;
        assertTrue(commitments.get(1 - second).previous().isEmpty());
        assertEquals(commitments.get(1 - second).digest(), commitments.get(second).previous().get());
        service.killAndStart();
        assertEquals(sealed.get(second), service.must(200, "", "GET", offices.get(second).draw, ""));
        return offices.get(second);
    }

    /** Everybody reads the public form. A firm checks its receipt with it. */
    private static void published(Service service, Office office, DrawRecord record) throws Exception {
        String draw = office.draw;
        PublicForm form = PublicForm.fromJson(service.must(200, "", "GET", draw + "/public-form", ""));
        Plan plan = Plan.fromJson(office.plan);
        assertEquals(5, form.selected(office.task).get().size());
        assertEquals(2, record.draw(office.task).get().reserves().size());
        Evidence evidence = Evidence.none().withPlan(plan).withCommitment(draw.replaceFirst(".*/", ""));
        assertNotEquals(Verdict.FAILS, Suiji.verifyPublic(form, evidence).verdict()); // without the tables it is not complete
        String[] lines = service.must(200, "auditor", "GET", draw + "/receipts?from=0&count=100", "").split("\n");
        assertEquals(40, lines.length);
        for (String line : lines) {
            Receipt receipt = Receipt.fromJson(line);
            assertNotEquals(Verdict.FAILS, receipt.check(form, plan).verdict(), receipt.entity());
            boolean selected = receipt.tasks().get(0).state().word().equals("selected");
            assertEquals(form.selected(office.task).get().contains(receipt.entity()), selected, receipt.entity());
        }
        Receipt robert = Receipt.fromJson(service.must(200, "office", "GET", draw + "/receipts/A-07", ""));
        assertEquals(Office.ROBERT, robert.name().get());
    }

    /** An inspector is ill. Nobody chooses who steps in. Two amendments at once are made one after the other. */
    private static void amended(Service service, Office office, DrawRecord record) throws Exception {
        String draw = office.draw;
        Draw drawn = record.draw(office.task).get();
        String lead = drawn.teams().get(0).members().get(0);
        String other = drawn.teams().get(1).members().get(0);
        String away = "[{\"kind\": \"away\", \"at\": \"2099-09-09T09:00:00+08:00\", \"approved_by\": \"分管副局长\", \"reason\": \"生病\","
                + " \"inspectors\": [\"%s\"]}]";
        assertNotEquals(lead, other);
        both(
                service.begin("office", "POST", draw + "/amendments", away.formatted(lead)),
                service.begin("office", "POST", draw + "/amendments", away.formatted(other)));
        service.killAndStart();
        String substitute = ("[{\"kind\": \"substitute\", \"at\": \"2099-09-09T09:30:00+08:00\", \"approved_by\": \"分管副局长\","
                        + " \"reason\": \"生病\", \"seats\": [{\"task\": \"%s\", \"entity\": \"%s\", \"seat\": 0}]}]")
                .formatted(office.task, drawn.selected().get(0).id());
        Amendments amendments = Amendments.fromJson(service.must(200, "office", "POST", draw + "/amendments", substitute));
        assertEquals(3, amendments.list().size());
        List<String> members = amendments.state(record).tasks().get(0).teams().get(0).members();
        assertEquals(2, members.size());
        assertFalse(members.contains(lead) || members.contains(other), "an inspector who is away steps in");
        assertTrue(service.must(200, "auditor", "GET", draw + "/state", "").contains("\"" + members.get(0) + "\""));
        assertTrue(service.must(200, "auditor", "GET", draw + "/report", "").contains("\"verdict\": \"holds\""));
    }

    /** The registry of today differs from the sealed one in one row. The sealed one still exists. */
    private static void changed(Service service, String draw) throws Exception {
        assertEquals("[]", service.must(200, "office", "GET", draw + "/changes", ""));
        service.must(204, "office", "PUT", "/registry", Office.registry("样例企业改名"));
        String changes = service.must(200, "office", "GET", draw + "/changes", "");
        assertTrue(changes.contains("A-07") && changes.contains("\"changed\"") && !changes.contains("A-08"), changes);
        assertTrue(service.must(200, "auditor", "GET", draw + "/report", "").contains("\"verdict\": \"holds\""));
    }
}
