package example;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.suiji.By;
import org.suiji.Ceremony;
import org.suiji.Commitment;
import org.suiji.Contribution;
import org.suiji.Hash;
import org.suiji.Part;
import org.suiji.Source;
import org.suiji.Suiji;

/**
 * An invented office with 40 firms and 12 inspectors. Its plan takes 5 firms with two inspectors each. It keeps a secret value for one
 * sealing, because a value must not be committed twice.
 */
final class Office {
    private static final String PLAN = "{\"title\": \"样例县2026年度抽查计划\", \"authority\": \"样例县市场监督管理局\", \"year\": 2026,"
            + " \"tasks\": [{\"id\": \"%s\", \"name\": \"加油站计量检查\", \"quota\": {\"count\": 5}, \"reserves\": 2,"
            + " \"team\": {\"seats\": [{\"department\": \"县市场监管局\", \"count\": 2}]}}]}";
    private static final AtomicInteger TASKS = new AtomicInteger();

    static final String ROBERT = "样例'); DROP TABLE entity; --企业";
    static final String VALUE = "样例取值-4417";
    static final String DICE = "[{\"source\": 1, \"kind\": \"live\", \"numbers\": [[3,5,6,2,4,1,2,3,4,5,6,1,2,3,4,5,6,1,2,3]]}]";

    final String nonce = Suiji.newSecret();

    /** A separate task, because an authority draws for a task once, unless it says why it draws again. */
    final String task = "J" + TASKS.incrementAndGet();

    final String plan = PLAN.formatted(task);

    /** Where the plan and the commitment are. */
    String planned;

    String draw;

    static String registry(String name) {
        return IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "{\"id\": \"A-%02d\", \"name\": \"%s\", \"established\": \"2019-03-02\", \"categories\": [\"加油站\"]}\n"
                        .formatted(number, number == 7 ? name : "样例企业" + number))
                .collect(Collectors.joining());
    }

    static String roster() {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "{\"id\": \"Z-%02d\", \"name\": \"样例执法员%d\", \"department\": \"县市场监管局\"}\n"
                        .formatted(number, number))
                .collect(Collectors.joining());
    }

    /** A committed value of the office, and dice that a witness throws. */
    String ceremony() {
        Source committed = Source.committed(By.OFFICE, "样例县抽取系统", Contribution.commitment(Hash.SM3, nonce, VALUE));
        return Ceremony.of(Hash.SM3, committed, Source.live(By.WITNESS, "纪检监察人员掷骰子二十次", Part.of(20, 1, 6)))
                .toJsonWithSecret();
    }

    String value() {
        return "[{\"source\": 0, \"kind\": \"committed\", \"nonce\": \"" + nonce + "\", \"value\": \"" + VALUE + "\"}]";
    }

    /** Fills the tables. */
    static void prepare(Service service) throws IOException, InterruptedException {
        service.must(204, "office", "PUT", "/registry", registry(ROBERT));
        service.must(204, "office", "PUT", "/roster", roster());
        service.must(204, "office", "PUT", "/history", "{\"entity\": \"A-03\", \"task\": \"J1\", \"date\": \"2026-01-15\"}\n");
    }

    static Office planned(Service service) throws IOException, InterruptedException {
        Office office = new Office();
        HttpResponse<String> answer = service.send("office", "POST", "/plans", office.plan);
        office.planned = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return office;
    }

    static Office sealed(Service service) throws IOException, InterruptedException {
        Office office = planned(service);
        office.isSealed(service.must(201, "office", "POST", office.planned + "/commitments", office.ceremony()));
        return office;
    }

    Commitment isSealed(String json) {
        Commitment commitment = Commitment.fromJson(json);
        draw = "/commitments/" + commitment.digest();
        return commitment;
    }
}
