package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suiji.Suiji;

/** Attacks by somebody who has an account, or can write to the database. */
class SomeAttacks {
    private static String database;
    private static Service service;

    @BeforeAll
    static void start() throws Exception {
        database = Database.create("attacks");
        service = new Service(database);
        Office.prepare(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static void refused(String code, String answer) {
        assertTrue(answer.contains("\"code\": \"" + code + "\""), answer);
    }

    private static Office contributed() throws Exception {
        Office office = Office.sealed(service);
        service.must(201, "office", "POST", office.draw + "/contributions", office.value());
        service.must(201, "witness", "POST", office.draw + "/contributions", Office.DICE);
        return office;
    }

    @Test
    void aSourceContributesOnce() throws Exception {
        Office office = Office.sealed(service);
        String draw = office.draw;
        String other = Office.DICE.replace("[[3,", "[[4,");
        List<CompletableFuture<HttpResponse<String>>> sent = List.of(
                service.begin("witness", "POST", draw + "/contributions", Office.DICE),
                service.begin("witness", "POST", draw + "/contributions", other));
        List<Integer> statuses = sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).sorted().toList();
        assertEquals(List.of(201, 409), statuses);
        service.must(409, "witness", "POST", draw + "/contributions", other);
        service.must(201, "office", "POST", draw + "/contributions", office.value());
        service.must(200, "office", "POST", draw + "/record", "");
        service.must(409, "witness", "POST", draw + "/contributions", other);
    }

    @Test
    void theDrawWaitsForAllContributions() throws Exception {
        String draw = Office.sealed(service).draw;
        refused("contributions.count", service.must(422, "office", "POST", draw + "/record", ""));
        service.must(201, "witness", "POST", draw + "/contributions", Office.DICE);
        refused("contributions.count", service.must(422, "office", "POST", draw + "/record", ""));
        service.must(404, "", "GET", draw + "/public-form", "");
    }

    @Test
    void contributionsFitTheirSources() throws Exception {
        Office office = Office.sealed(service);
        String draw = office.draw;
        refused("contributions.not-opening", service.must(
                422, "office", "POST", draw + "/contributions", office.value().replace(Office.VALUE, "another value")));
        assertEquals(422, service.send("witness", "POST", draw + "/contributions", Office.DICE.replace("[[3,", "[[7,")).statusCode());
        service.must(422, "witness", "POST", draw + "/contributions", Office.DICE.replace("\"source\": 1", "\"source\": 9"));
        service.must(403, "witness", "POST", draw + "/contributions", office.value());
        service.must(403, "office", "POST", draw + "/contributions", Office.DICE);
    }

    @Test
    void aRowThatIsChangedAfterSealingIsFound() throws Exception {
        String draw = contributed().draw;
        String where = " WHERE id = 'A-01' AND commitment = '" + draw.replaceFirst(".*/", "") + "'";
        assertEquals(1, Database.change(database, "UPDATE sealed_entity SET exempt = '批准文件'" + where));
        refused("sealed.changed", service.must(422, "office", "POST", draw + "/record", ""));
        service.must(404, "", "GET", draw + "/public-form", "");
        assertEquals(1, Database.change(database, "UPDATE sealed_entity SET exempt = NULL" + where));
        service.must(200, "office", "POST", draw + "/record", "");
    }

    @Test
    void eachRoleHasItsOwnEndpoints() throws Exception {
        Office office = contributed();
        String draw = office.draw;
        List<String[]> all = List.of(
                new String[] {"PUT", "/registry", "office"},
                new String[] {"PUT", "/roster", "office"},
                new String[] {"PUT", "/history", "office"},
                new String[] {"POST", "/plans", "office"},
                new String[] {"GET", office.planned + "/findings", "office"},
                new String[] {"POST", office.planned + "/commitments", "office"},
                new String[] {"GET", draw + "/changes", "office"},
                new String[] {"POST", draw + "/record", "office"},
                new String[] {"POST", draw + "/amendments", "office"},
                new String[] {"POST", draw + "/contributions", "office witness"},
                new String[] {"GET", draw + "/record", "office auditor"},
                new String[] {"GET", draw + "/receipts", "office auditor"},
                new String[] {"GET", draw + "/receipts/A-01", "office auditor"},
                new String[] {"GET", draw + "/state", "office auditor"},
                new String[] {"GET", draw + "/report", "office auditor"});
        for (String[] of : all) {
            String what = of[0] + " " + of[1];
            assertEquals(401, service.send("", of[0], of[1], "{}").statusCode(), what);
            assertEquals(401, service.send("nobody", of[0], of[1], "{}").statusCode(), what);
            for (String user : Stream.of("office", "witness", "auditor").filter(user -> !of[2].contains(user)).toList()) {
                assertEquals(403, service.send(user, of[0], of[1], "{}").statusCode(), user + " " + what);
            }
        }
        assertEquals("40", Database.column(database, "SELECT count(*) FROM entity").get(0));
    }

    @Test
    void aValueIsNotCommittedTwice() throws Exception {
        Office before = Office.sealed(service);
        Office office = Office.planned(service);
        String answer = service.must(422, "office", "POST", office.planned + "/commitments", before.ceremony());
        assertTrue(answer.contains("$.sources[0]"), answer);
    }

    @Test
    void aTaskIsNotSealedTwice() throws Exception {
        Office office = Office.planned(service);
        String path = office.planned + "/commitments";
        List<CompletableFuture<HttpResponse<String>>> sent = List.of(
                service.begin("office", "POST", path, office.ceremony()), service.begin("office", "POST", path, new Office().ceremony()));
        List<Integer> statuses = sent.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).sorted().toList();
        assertEquals(List.of(201, 422), statuses);
        refused("ceremony.earlier-sheet", service.must(422, "office", "POST", path, new Office().ceremony()));
    }

    @Test
    void nobodyChoosesSecretTimeOrPredecessor() throws Exception {
        Office office = Office.planned(service);
        for (String own : List.of(
                "\"secret\": \"" + Suiji.newSecret() + "\"",
                "\"sealed_at\": \"2020-01-01T00:00:00+08:00\"",
                "\"previous\": \"" + Suiji.newSecret() + "\"")) {
            service.must(400, "office", "POST", office.planned + "/commitments", office.ceremony().replaceFirst("\\{", "{" + own + ","));
        }
    }

    @Test
    void sqlIsText() throws Exception {
        assertEquals(List.of(Office.ROBERT), Database.column(database, "SELECT name FROM entity WHERE id = 'A-07'"));
        for (String path : List.of("/commitments/%27%20OR%20%271%27=%271/record", "/commitments/x%27;DROP%20TABLE%20plan;--/report")) {
            int status = service.send("auditor", "GET", path, "").statusCode();
            assertTrue(status == 400 || status == 404, path + " " + status); // refused by the firewall, or unknown
        }
        assertFalse(Database.column(database, "SELECT id FROM plan").isEmpty());
    }

    @Test
    void largeBodiesAreRefused() throws Exception {
        String large = "[" + " ".repeat(1 << 20) + "]";
        service.must(413, "office", "POST", "/plans", large);
        int streamed = service.stream("office", "POST", "/plans", new ByteArrayInputStream(large.getBytes())).statusCode();
        assertEquals(413, streamed);
        service.must(401, "", "POST", "/plans", large);
        String deep = "[".repeat(100_000);
        refused("json.depth", service.must(422, "office", "POST", "/plans", deep));
    }

    @Test
    void anIdInOtherLettersIsNotAbsent() throws Exception {
        String draw = contributed().draw;
        service.must(200, "office", "POST", draw + "/record", "");
        refused("receipt.id-case", service.must(422, "auditor", "GET", draw + "/receipts/a-01", ""));
        refused("id.form", service.must(422, "auditor", "GET", draw + "/receipts/%20", ""));
    }

    @Test
    void secretsAreNotInTheLog() throws Exception {
        Office office = contributed();
        List<String> secrets = Database.column(database, "SELECT secret FROM secret");
        assertFalse(secrets.isEmpty());
        Stream.of(secrets.stream(), Service.PASSWORDS.values().stream(), Stream.of(office.nonce, Office.VALUE))
                .flatMap(all -> all)
                .forEach(secret -> assertFalse(service.log().contains(secret), secret + " is in the log"));
    }
}
